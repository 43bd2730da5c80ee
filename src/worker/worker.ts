import { expose, transfer } from "comlink";
import type { Question } from "../engine/question.js";
import type { AskName, Asks, WorkerApi } from "./protocol.js";
import { Service } from "./service.js";
import { transferablesOf } from "./transferables.js";

const service = new Service();

/** The service with answers whose arrays are moved, not copied. */
const api: WorkerApi = {
  onProgress: (listener) => service.onProgress(listener),
  open: (name, bytes) => service.open(name, bytes),
  openLink: (data) => service.openLink(data),
  has: (hash) => service.has(hash),
  bytes: async (hash) => {
    const copy = (await service.bytes(hash))?.slice();
    return copy && transfer(copy, [copy.buffer as ArrayBuffer]);
  },
  close: (hashes) => service.close(hashes),
  cancel: () => service.cancel(),
  ask: async <K extends AskName>(name: K, question: Question, extra: Asks[K]["with"]) => {
    const reply = await service.ask(name, question, extra);
    return "answer" in reply ? transfer(reply, transferablesOf(reply.answer)) : reply;
  },
};
expose(api);
