import { useState } from "react";
import { createRoot } from "react-dom/client";
import type { CallTree } from "../src/calltree/call-tree.js";
import type { Colouring } from "../src/engine/question.js";
import { TONES } from "../src/flamegraph/colour/canvas-theme.js";
import { FlameGraph, type FlameGraphProps } from "../src/flamegraph/FlameGraph.js";
import { unpack } from "../src/profile/containers/unpack.js";
import { decodePprof } from "../src/profile/pprof/decode.js";
import { pictureOf, pictureOfTree, type Shown } from "../tests/flamegraph/pictures.js";

// A page for benchmarks and for looking at: the graph alone, made on the main thread.

const query = new URLSearchParams(location.search);
const theme = query.get("theme") === "dark" ? "dark" : "light";

const PLUMBING =
  /filters\.|filterlatency|http\.HandlerFunc|http\.\(|httpsnoop|server\/mux|go-restful|endpoints\/metrics|server\.\(\*APIServerHandler|server\.director|httplog|installer\.restful/;
const KINDS = [
  { kind: "ConfigMap", pattern: /ConfigMap|mapEncoder\.encode|arrayEncoder/ },
  { kind: "Secret", pattern: /\(\*Secret/ },
  { kind: "Event", pattern: /\(\*Event/ },
  { kind: "Pod", pattern: /\(\*Pod/ },
];

async function load(name: string): Promise<ReturnType<typeof decodePprof>> {
  const response = await fetch(`/tests/fixtures/${name}`);
  return decodePprof(await unpack(new Uint8Array(await response.arrayBuffer())));
}

/** A tree of about a million nodes, as 430,000 samples make it. */
function large(nodes: number): Shown {
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const parent = new Int32Array(nodes);
  const frame = new Int32Array(nodes);
  const depth = new Uint16Array(nodes);
  const self = new Float64Array(nodes);
  parent[0] = -1;
  frame[0] = -1;
  const names = Array.from(
    { length: 9000 },
    (_, i) => `example.org/module${i % 83}/pkg${i % 311}.(*Type${i % 700}).Method${i}`,
  );
  for (let n = 1; n < nodes; n++) {
    // Mostly chains, sometimes wide.
    let above = random() < 0.72 ? n - 1 : Math.floor(random() * random() * n);
    if (depth[above]! > 90) above = Math.floor(random() * Math.min(n, 2000));
    parent[n] = above;
    frame[n] = Math.floor(random() * names.length);
    depth[n] = depth[above]! + 1;
    self[n] = Math.floor(1 + 1e6 * random() ** 6);
  }
  const tree: CallTree = {
    frames: { names, files: names.map(() => ""), ofFunction: [], ofLine: [], ofBareLocation: [] },
    nodeCount: nodes,
    parent,
    frame,
    depth,
    flags: new Uint8Array(nodes),
    sampleNode: [new Int32Array(0)],
  };
  return pictureOfTree(tree, self);
}

function App(props: { shown: Shown }) {
  const { shown } = props;
  const [zoom, setZoom] = useState(query.get("zoom") ?? "");
  const [selection, setSelection] = useState("");
  const search = query.get("search");
  const [matches] = useState(() =>
    search ? Uint8Array.from(shown.names.names, (n) => (n.includes(search) ? 1 : 0)) : undefined,
  );
  const graph: FlameGraphProps = {
    picture: shown.picture,
    names: shown.names,
    plumbingGroups: ["HTTP filters and routing"],
    orientation: query.get("flame") ? "flame" : "icicle",
    colouring: (query.get("colour") ?? "kind") as Colouring,
    matches,
    lit: query.has("lit"),
    zoom,
    part: "",
    selection,
    theme,
    accentKind: "ConfigMap",
    onZoom: setZoom,
    onSelect: setSelection,
    onUnfold: () => {},
    onPainted: () => {
      document.body.dataset.painted = String(Math.round(performance.now()));
    },
  };
  return <FlameGraph {...graph} />;
}

document.body.style.background = TONES[theme].ground;
const size = Number(query.get("large") ?? 0);
const file = query.get("file") ?? "configmap-list-storm/03-storm.pb.gz";
const base = query.get("base");
const shown =
  size > 0
    ? large(size)
    : pictureOf(await load(file), {
        base: base ? await load(base) : undefined,
        ...(query.has("unfolded") ? {} : { plumbing: PLUMBING }),
        kinds: KINDS,
        lit: query.get("lit") ?? "",
      });
createRoot(document.getElementById("root")!).render(<App shown={shown} />);
