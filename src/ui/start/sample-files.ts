import { fetchOwn } from "../../session/fetch-profile.js";

/**
 * The recordings that come with the page, by the SHA-256 of their bytes: a link to one of them
 * opens in a browser that never saw it. A test holds this to the files.
 */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  "012e3b4f616e393dce5588149febee85cbdbe1b7df4734f227fbadb7b2105950":
    "configmap-list-storm/00-baseline.pb.gz",
  "9686cd6f038ca5d44a7b4c35912bc665d8dfc6a0e607dd4b9bfd2c48ed467d63":
    "configmap-list-storm/01-created.pb.gz",
  "9ffb875b6cf508e9f2b2d2302b66e4201fd182ffe460035f4fe732cff0c5662f":
    "configmap-list-storm/02-storm.pb.gz",
  "5b87d104394846d0a594bb443ae7df7d59d358a0219f47b9760c4259d71f608c":
    "configmap-list-storm/03-storm.pb.gz",
  "2a658bbe35e76f61008810ff4694d8d4b28c4080b1c168d293ca3cb301dfdfa2":
    "configmap-list-storm/04-storm.pb.gz",
  c059f396c008e1e8146bf366fa1724f03fb636aba581f28a338ff5c59c99e2cd:
    "configmap-list-storm/05-storm-gc.pb.gz",
  "15002f2e79786682b1df4d60f91c8c463b0aca344701eef82529f1cb069af696":
    "configmap-list-storm/06-quiet-gc.pb.gz",
  c152406b6b4ccceae4a87e5e4a9705d1ef33561aaf55f18d2a3aec73d5624fd4: "leaking-operator/00.pb.gz",
  d323c8e2af5ecb80980fa671a4384f4e14c45fa2add27eecb661f71ab48f4543: "leaking-operator/01.pb.gz",
  bf3fa07ef7c28ed9dd3a2be8992ac74498f412f79a8ccb053c0800afc17a7ad9: "leaking-operator/02.pb.gz",
  b75ffc06f815d370480f8389c75b5cbc2c291667d2e91aa8713dff968854bd06: "leaking-operator/03.pb.gz",
  f1b2000f8da18991e667afa17f97e7789843b64f7cfc587dc3af407de896a346: "leaking-operator/04.pb.gz",
  "85ffeeb6ab905d42e4052b1fbd1a5347dd4f161e0d359d6ea0b28c81707f4743": "leaking-operator/05.pb.gz",
  a494d35df37bc627535554a7218ccbadb766c40f3272d1db5c8da0eb59721a52:
    "five-masters/master-1.heap.pb.gz",
  ef1e82e8b27b09e87b4e56bbf76a441c784701f3c080f6b9a748c323919db33f:
    "five-masters/master-2.heap.pb.gz",
  "5e748738fcb128f2e9de006d3a98676ceb70a6ad1e581dcb84f0280c65bdf8fa":
    "five-masters/master-3.heap.pb.gz",
  b4309e49f4c5029ba4d2492da65dca8ff2014f79a1c7aaae6712cb8c186e56a8:
    "five-masters/master-4.heap.pb.gz",
  f56446a51ae5a1d46bc40923fa1745497db1963551cb8731bafec9167a09d288:
    "five-masters/master-5.heap.pb.gz",
  "881f61001021c4fce21a037e8737c938308b4acce9d6f1719759528a6fe3fd6b":
    "two-releases/kube-apiserver-1.31.pb.gz",
  e5301fec27039b100c8396c77e64859ff6f85cc9c5ade06a1e4058a6a9568272:
    "two-releases/kube-apiserver-1.37.pb.gz",
};

/** The bytes of a recording that comes with the page; undefined for all others. */
export async function sampleBytes(hash: string): Promise<Uint8Array | undefined> {
  const path = Object.hasOwn(SAMPLE_FILES, hash) ? SAMPLE_FILES[hash] : undefined;
  if (path === undefined) return undefined;
  // Not every copy of the page has its recordings beside it.
  const control = { signal: new AbortController().signal, onBytes: () => {} };
  return await fetchOwn(`./samples/${path}`, control).catch(() => undefined);
}
