// What is put into a page before its own scripts: it notes when what happens. Plain JavaScript of
// the browser; it closes over nothing.

/**
 * Notes marks in `window.bench.marks`, { name, at } with `at` in milliseconds of performance.now():
 * - "given": a file input has files;
 * - "key": a key went down;
 * - "ask X", "answer X": a call to the worker and its answer, X the method or the question;
 * - "unpacking", "decoding", ...: the worker's progress begins to say so;
 * - "painted": the first task after an animation frame that drew the graph, once for each answer
 *   to "picture"; "first look": the same for "draft" and "glance", which large files have before it;
 * - "settled": `main` is no longer busy.
 * `window.bench.until(is)` waits until `is()`, which is asked with each mark and each change of `aria-busy`.
 * `window.bench.frames` has milliseconds of script of each animation frame since `watchFrames()`,
 * `intervals` those between two frames.
 */
export function probe() {
  const marks = [];
  const bench = { marks, bytes: 0, frames: [], intervals: [], drawn: 0 };
  window.bench = bench;
  const waiting = new Set();
  const look = () => {
    for (const one of waiting) if (one.is()) one.done();
  };
  const mark = (name, at = performance.now()) => {
    marks.push({ name, at });
    look();
  };
  // Asking again and again would have the page make frames that nobody needs.
  bench.until = (is) =>
    new Promise((resolve) => {
      const done = () => {
        waiting.delete(one);
        resolve();
      };
      const one = { is, done };
      waiting.add(one);
      look();
    });

  document.addEventListener(
    "change",
    (event) => event.target.type === "file" && mark("given"),
    true,
  );
  window.addEventListener("keydown", (event) => mark("key", event.timeStamp), true);

  // A task that comes after what the browser does for this frame.
  const channel = new MessageChannel();
  const later = [];
  channel.port1.onmessage = () => later.shift()?.();
  const afterFrame = (done) => {
    later.push(done);
    channel.port2.postMessage(0);
  };

  let awaited = false;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  // The graph's marks are wiped once a frame, after the graph itself.
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    bench.drawn++;
    if (awaited && this.canvas.closest(".flamegraph-layers")) {
      const name = awaited;
      awaited = false;
      afterFrame(() => mark(name));
    }
    return clearRect.apply(this, box);
  };

  const asked = new Map();
  const PlainWorker = window.Worker;
  window.Worker = class extends PlainWorker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", (event) => {
        const at = performance.now();
        const { id, value } = event.data;
        const name = asked.get(id);
        if (name === undefined) return;
        asked.delete(id);
        mark(`answer ${name}`, at);
        if (name === "picture" || name === "draft" || name === "glance") {
          bench.bytes = bytesOf(value, 0);
          awaited = name === "picture" ? "painted" : "first look";
        }
      });
    }
    postMessage(message, ...rest) {
      const path = message?.path?.join(".") ?? "";
      if (message?.type === "APPLY" && path !== "onProgress") {
        const name = path === "ask" ? message.argumentList[0].value : path;
        asked.set(message.id, name);
        mark(`ask ${name}`);
      }
      super.postMessage(message, ...rest);
    }
  };
  const bytesOf = (value, depth) => {
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value !== "object" || value === null || depth > 8) return 0;
    if (Array.isArray(value) && typeof value[0] !== "object") return 0;
    return Object.values(value).reduce((sum, v) => sum + bytesOf(v, depth + 1), 0);
  };

  let doing = "";
  const { addEventListener } = MessagePort.prototype;
  MessagePort.prototype.addEventListener = function (type, listener, ...rest) {
    if (type === "message") {
      addEventListener.call(this, "message", (event) => {
        const progress = event.data?.argumentList?.[0]?.value;
        if (!progress?.doing || progress.doing === doing) return;
        doing = progress.doing;
        mark(doing);
      });
    }
    return addEventListener.call(this, type, listener, ...rest);
  };

  new MutationObserver((records) => {
    for (const { target } of records) {
      if (target.localName === "main" && target.getAttribute("aria-busy") === "false")
        mark("settled");
    }
    look();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["aria-busy"] });

  // All callbacks of one frame are given the same time.
  const plainFrame = window.requestAnimationFrame.bind(window);
  let watching = false;
  let last = 0;
  window.requestAnimationFrame = (callback) =>
    plainFrame((now) => {
      const from = performance.now();
      callback(now);
      if (!watching) return;
      const spent = performance.now() - from;
      if (now === last) bench.frames[bench.frames.length - 1] += spent;
      else bench.frames.push(spent);
      last = now;
    });
  bench.watchFrames = () => {
    watching = true;
    last = 0;
    bench.frames = [];
    bench.intervals = [];
    let before = 0;
    const tick = (now) => {
      if (!watching) return;
      if (before > 0) bench.intervals.push(now - before);
      before = now;
      plainFrame(tick);
    };
    plainFrame(tick);
  };
  bench.unwatchFrames = () => {
    watching = false;
  };
}
