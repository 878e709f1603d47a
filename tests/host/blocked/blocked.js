// As a browser whose owner lets no page keep anything.
for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"]) {
  Object.defineProperty(window, name, {
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}
Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
