import { dictionary } from "./dictionary.js";
import { TextModel } from "./textmodel.js";

/** Texts that occur in links beside names of functions. As the dictionaries, never changed. */
const PRIMERS: Readonly<Record<number, readonly string[]>> = {
  1: [
    "heap.pb.gz",
    "00-baseline.pb.gz",
    "01-created.pb.gz",
    "02-storm.pb.gz",
    "kube-apiserver-heap-2024-05-17T03-12-44.pb.gz",
    "master-1.heap.pb.gz",
    "before.pb.gz",
    "after.pb.gz",
    "heap.debug1.txt.gz",
    "pprof.kube-apiserver.alloc_objects.alloc_space.inuse_objects.inuse_space.001.pb.gz",
    "v=1&shown=1&base=0",
    "v=1&shown=3&base=1&type=inuse_space&colour=growth&tab=table&sort=-cum",
    "v=1&type=alloc_space&colour=kind&lit=ConfigMap&stage=json-response&tab=kubernetes",
    "v=1&zoom=1a2b3c&at=4d5e6f&search=ConfigMap&t=focus:&t=hide:&as=flame&tab=suspects",
  ],
};

const trained = new Map<number, TextModel>();

/** A model of texts that knows the names of a dictionary. */
export function primedModel(version: number): TextModel {
  let model = trained.get(version);
  if (!model) {
    model = new TextModel();
    model.train(dictionary(version).names.slice(1));
    model.train(PRIMERS[version] ?? []);
    trained.set(version, model);
  }
  return new TextModel(model);
}
