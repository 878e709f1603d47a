// Serves a folder by the README's own nginx block, as the browser tests do (tests/browser/src/nginx.rs). Chromium asks
// for brotli here too, though this is http: it holds 127.0.0.1 for as private as https.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

const README = join(import.meta.dirname, "../../README.md");
/** Where nginx and its brotli module stand: as ./dev has unpacked Debian's packages, or as they are installed. */
const UNPACKED = process.env.MEDBORGARDIALOGER_NGINX ?? "";
const PROGRAMS = [`${UNPACKED}/usr/sbin`, ...process.env.PATH.split(":"), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];
const MODULES = [`${UNPACKED}/usr/lib/nginx/modules`, "/usr/lib/nginx/modules", "/usr/lib64/nginx/modules"];
const find = (folders, name) => folders.map((folder) => join(folder, name)).find((file) => existsSync(file));

/** The README's block with these changes, each of something that it has to say exactly once. */
function block(changes) {
  const text = readFileSync(README, "utf8").split("```nginx\n")[1]?.split("```")[0];
  if (!text) throw new Error("the README has no nginx block");
  return changes.reduce((text, [from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`the README's nginx block has to say ${from} once`);
    return parts.join(to);
  }, text);
}

const free = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const listens = (port) =>
  new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => (socket.destroy(), done(true)));
    socket.on("error", () => done(false));
  });

/** Serves `folder`, with nginx's own files in `home`; answers its address and a way to stop. */
export async function serve(folder, home) {
  const port = await free();
  const module = find(MODULES, "ngx_http_brotli_static_module.so");
  const program = find(PROGRAMS, "nginx");
  if (!program) throw new Error("no nginx");
  if (!module) console.error("nginx has no brotli here: both pages go as gzip");
  const site = block([
    ["listen 80;", `listen 127.0.0.1:${port};`],
    ["alias /var/www/medborgardialoger/;", `alias "${folder}/";`],
    ...(module ? [] : [["brotli_static on;", ""]]),
  ]);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path "${home}/${kind}";`);
  const main = `${module ? `load_module "${module}";` : ""}
daemon off; master_process off; pid "${home}/nginx.pid";
events { worker_connections 64; }
http { access_log off; sendfile on; ${temporary.join(" ")}
${site}}\n`;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "nginx.conf"), main);
  // The shell ends nginx when its own input ends: with this process, however that comes to its end.
  const given = ["-p", home, "-c", join(home, "nginx.conf"), "-e", join(home, "error.log")];
  const child = spawn("sh", ["-c", '"$@" & read -r _; kill "$!"', "sh", program, ...given], { stdio: ["pipe", "ignore", "inherit"] });
  for (let n = 0; !(await listens(port)); n++) {
    if (n === 100) throw new Error(`nginx does not start: see ${home}/error.log`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { origin: `http://127.0.0.1:${port}/`, stop: () => child.stdin.end() };
}
