// Serves a folder as the README tells a municipality to: compressed files as they lie there, names with a hash kept for
// ever, all else asked for anew by ETag.

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml",
};

function answer(folder, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  const name = path.endsWith("/") ? `${path}index.html` : path;
  const file = join(folder, name);
  if (!file.startsWith(folder) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
  const coding = ["br", "gzip"].find((coding) =>
    request.headers["accept-encoding"]?.includes(coding) && statSync(twin(file, coding), { throwIfNoEntry: false }));
  const bytes = readFileSync(coding ? twin(file, coding) : file);
  const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
  const headers = {
    "content-type": TYPES[extname(name)] ?? "application/octet-stream", etag, vary: "accept-encoding",
    "cache-control": /-[0-9a-f]{15,}/.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
  };
  if (request.headers["if-none-match"] === etag) return response.writeHead(304, headers).end();
  if (coding) headers["content-encoding"] = coding;
  response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
}

const twin = (file, coding) => `${file}.${coding === "gzip" ? "gz" : coding}`;

/** Answers the folder's address and a way to stop. */
export function serve(folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () =>
      done({ origin: `http://127.0.0.1:${server.address().port}/`, stop: () => (server.closeAllConnections(), server.close()) })));
}
