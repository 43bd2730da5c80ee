// Plain work that no reader or graph can do without: the lower bounds of the table. None of it
// makes anything that could be used.

/** One pass over protocol buffer bytes that reads each varint, into messages as deep as they go. */
export function readVarints(bytes) {
  let sum = 0;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      sum = (sum + value) | 0;
      value = 0;
      shift = 0;
    } else shift += 7;
  }
  return sum;
}

/** Text of each name, once. */
export function readNames(profile) {
  let length = 0;
  const { functions, strings } = profile;
  for (let f = 0; f < functions.count; f++) length += strings.get(functions.name[f]).length;
  return length;
}

/** One pass over the frames of all samples' stacks, leaf first, each looked at once. */
export function walkStacks(profile, frames) {
  const { samples, locations } = profile;
  const { stackOf, stackOffsets, stackLocations } = samples;
  const { lineOffsets } = locations;
  const lineFrame = frames.ofLine[0];
  let sum = 0;
  for (let s = 0; s < samples.count; s++) {
    const end = stackOffsets[stackOf[s] + 1];
    for (let i = stackOffsets[stackOf[s]]; i < end; i++) {
      const l = stackLocations[i];
      for (let k = lineOffsets[l]; k < lineOffsets[l + 1]; k++) sum = (sum + lineFrame[k]) | 0;
    }
  }
  return sum;
}

/** One pass over a tree's nodes that adds each to its parent, and one that writes a column. */
export function sumNodes(tree, self) {
  const total = self.slice();
  const { parent } = tree;
  for (let node = total.length - 1; node > 0; node--) total[parent[node]] += total[node];
  const out = new Float32Array(total.length);
  for (let node = 0; node < out.length; node++) out[node] = total[node];
  return out;
}

/** Each sample's value added to the node where its stack ends, and the nodes summed up. */
export function sumSamples(tree, values) {
  const self = new Float64Array(tree.nodeCount);
  const [nodes] = tree.sampleNode;
  for (let s = 0; s < nodes.length; s++) if (nodes[s] >= 0) self[nodes[s]] += values[s];
  return sumNodes(tree, self);
}
