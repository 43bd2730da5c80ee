import { expose, transfer } from "comlink";
import type { Question } from "../engine/question.js";
import type { AskName, Asks, WorkerApi } from "./protocol.js";
import { Service } from "./service.js";
import { transferablesOf } from "./transferables.js";

const service = new Service();

/** The service with answers whose arrays are moved, not copied. */
const api: WorkerApi = {
  onProgress: (listener) => service.onProgress(listener),
  speak: (language) => service.speak(language),
  open: (name, bytes) => service.open(name, bytes),
  openLink: (data) => service.openLink(data),
  names: (id) => service.names(id),
  bytes: async (hash) => {
    const copy = (await service.bytes(hash))?.slice();
    return copy && transfer(copy, [copy.buffer as ArrayBuffer]);
  },
  close: (hashes) => service.close(hashes),
  cancel: () => service.cancel(),
  warmUp: async () => {
    const trial = await service.warmUp();
    return trial && transfer(trial, transferablesOf(trial.answers));
  },
  alive: () => service.alive(),
  holdLock: async (name) => {
    if (!navigator.locks) return false;
    return new Promise((answer) => {
      const forever = () => new Promise<void>(() => answer(true));
      navigator.locks.request(name, forever).catch(() => answer(false));
    });
  },
  ask: async <K extends AskName>(name: K, question: Question, extra: Asks[K]["with"]) => {
    const reply = await service.ask(name, question, extra);
    return "answer" in reply ? transfer(reply, transferablesOf(reply.answer)) : reply;
  },
};
expose(api);
