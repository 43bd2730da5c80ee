// Other programs that draw a flame graph of a profile in a browser, timed from the moment the file
// is theirs until the graph is painted.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** Longer than this nobody waits (milliseconds). */
const PATIENCE = 60_000;

/**
 * Milliseconds from the file's choice to its painted graph in speedscope; undefined where it
 * crashes, or where nothing comes of it.
 */
export async function speedscope(open, path) {
  const { page, close } = await open("speedscope/", "input[type=file]");
  try {
    const crashed = once(page, "crash").then(() => undefined);
    const drawn = page
      .evaluate(
        () =>
          new Promise((painted) => {
            let given = 0;
            const note = () => {
              given = performance.now();
            };
            document.addEventListener("change", note, true);
            const { title } = document;
            const look = () => {
              const seen = [...document.querySelectorAll("canvas")].some((c) => c.width > 1);
              if (!seen || document.title === title) requestAnimationFrame(look);
              else
                requestAnimationFrame(() => setTimeout(() => painted(performance.now() - given)));
            };
            look();
          }),
      )
      .catch(() => undefined);
    await page.setInputFiles("input[type=file]", path);
    return await Promise.race([drawn, crashed, tooLong()]);
  } catch {
    return undefined;
  } finally {
    await close();
  }
}

/**
 * Milliseconds from the start of `go tool pprof -http` to its painted flame graph; undefined where
 * there is no Go, or where nothing comes of it.
 */
export async function goPprof(open, path) {
  const port = await freePort();
  const window = await open.window();
  const since = performance.now();
  const args = ["tool", "pprof", "-no_browser", `-http=127.0.0.1:${port}`, path];
  const go = spawn("go", args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  try {
    const serving = new Promise((resolve, reject) => {
      go.once("error", reject);
      go.once("exit", () => reject(new Error("ended")));
      go.stderr.on("data", (text) => String(text).includes("Serving web UI") && resolve(true));
    });
    if (!(await Promise.race([serving, tooLong()]))) return undefined;
    const address = `http://127.0.0.1:${port}/ui/flamegraph`;
    const { page } = await open(address, "#stack-chart", undefined, window);
    await page.waitForFunction(
      () => document.querySelectorAll("#stack-chart > div").length > 3,
      null,
      { timeout: PATIENCE },
    );
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    return performance.now() - since;
  } catch {
    return undefined;
  } finally {
    await window.close();
    try {
      process.kill(-go.pid);
    } catch {
      // It ended by itself, or never began.
    }
  }
}

/** Version of Go; "" where there is none. What it builds before its first use is built then. */
export function goVersion() {
  const { status, stdout } = spawnSync("go", ["version"], { encoding: "utf8" });
  if (status !== 0) return "";
  spawnSync("go", ["tool", "pprof", "-help"], { stdio: "ignore" });
  return /go[\d.]+/.exec(stdout)?.[0] ?? "";
}

function tooLong() {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE).unref());
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
