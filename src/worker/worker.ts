import { expose, transfer } from "comlink";
import type { Question } from "../engine/question.js";
import { speak } from "../words/language.js";
import { indexFailure } from "./index-failure.js";
import type { IndexWorkerApi } from "./index-protocol.js";
import type { AskName, Asks, WorkerApi } from "./protocol.js";
import { Service } from "./service.js";
import { transferablesOf } from "./transferables.js";
import { startUnpacking } from "./unpacking/start.js";

const service = new Service(startUnpacking);

/** What a worker of its own does for an index: it has no part in what the service holds. */
const index: IndexWorkerApi = {
  readIndex: async (source, language, progress) => {
    await speak(language).catch(() => {});
    try {
      const { readIndexFrom } = await import("./index-reading.js");
      const answer = await readIndexFrom(source, progress);
      return transfer({ answer }, transferablesOf(answer));
    } catch (error) {
      return { failure: indexFailure(error) };
    }
  },
};

/** The service with answers whose arrays are moved, not copied. */
const api: WorkerApi = {
  onProgress: (listener) => service.onProgress(listener),
  speak: (language) => service.speak(language),
  open: (name, bytes) => service.open(name, bytes),
  openLink: (data) => service.openLink(data),
  names: (id) => service.names(id),
  bytes: async (hash) => {
    const bytes = await service.bytes(hash);
    return bytes && transfer(bytes, [bytes.buffer as ArrayBuffer]);
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
expose({ ...api, ...index });
