import type { Steps } from "../../../lib/steps.js";
import { about } from "../../go-names.js";
import { ProfileBuilder } from "../../profile-builder.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import {
  beginsObject,
  type JsonObject,
  jsonObject,
  numberOf,
  objectOf,
  optionalList,
} from "../json-content.js";
import { isV8Root, MAX_V8_DEPTH, tooDeep, v8Frame } from "./v8-frames.js";

/** .heapprofile of Chrome and `node --heap-prof`: V8's sampling heap profiler. */
export const nodeHeap: Importer = {
  id: "heapprofile",
  recognises: (content) =>
    beginsObject(content) && /"head"\s*:\s*\{[^{}]*"callFrame"/.test(content.head),
  read: readHeap,
};

interface Open {
  readonly node: JsonObject;
  readonly where: string;
  readonly depth: number;
}

function* readHeap(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "thing.heapprofile");
  const builder = new ProfileBuilder([{ type: "space", unit: "bytes" }]);
  const path: number[] = [];
  const open: Open[] = [{ node: objectOf(file.head, "head"), where: "head", depth: 0 }];
  let nodes = 0;
  for (let one = open.pop(); one; one = open.pop()) {
    const { node, where, depth } = one;
    if (depth > MAX_V8_DEPTH) throw tooDeep();
    path.length = depth;
    const root = depth === 0 && isV8Root(node, where);
    if (!root) path.push(v8Frame(node, builder, where));
    const size = numberOf(node.selfSize, `${where}.selfSize`, 0);
    if (size !== 0) builder.sample([...path].reverse(), [size]);
    const children = optionalList(node.children, `${where}.children`);
    for (let c = children.length - 1; c >= 0; c--) {
      const at = `${where.length < 200 ? where : "…"}.children[${c}]`;
      open.push({ node: objectOf(children[c], at), where: at, depth: path.length });
    }
    if ((++nodes & 0xfff) === 0) yield 0.5;
  }
  return [{ name: "", profile: about(builder.done(), "heap") }];
}
