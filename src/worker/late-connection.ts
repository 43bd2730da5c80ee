import type { Connect, Connection } from "./connection.js";

/**
 * Connects when something is asked for the first time: the page before a file is open needs no
 * worker, and does not load its script.
 */
export function lateConnection(connect: Connect): Connect {
  return (events) => {
    let made: Connection | undefined;
    const api = () => {
      made ??= connect(events);
      return made.api;
    };
    return {
      api: {
        open: (name, bytes) => api().open(name, bytes),
        openLink: (data) => api().openLink(data),
        names: (id) => api().names(id),
        bytes: (hash) => api().bytes(hash),
        ask: (name, question, extra) => api().ask(name, question, extra),
        warmUp: () => api().warmUp(),
        alive: () => api().alive(),
        holdLock: (name) => api().holdLock(name),
        // A worker that was not needed yet has nothing to close, to stop, or to say.
        close: async (hashes) => made?.api.close(hashes),
        speak: async (language) => made?.api.speak(language),
        cancel: async () => made?.api.cancel(),
      },
      stop: () => made?.stop(),
    };
  };
}
