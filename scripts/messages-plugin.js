import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";

/** Catalogues of messages: `src/words/LANGUAGE/ROOM.json`, and of rooms in rooms. */
const CATALOGUE = /\/src\/words\/(?:en|zh)\/(?:[\w-]+\/)?[\w-]+\.json$/;

/**
 * Compiles catalogues of ICU messages when they are built into a program, so that it carries no
 * parser of them and makes no code of a text.
 */
export function messagesPlugin() {
  return {
    name: "leaklens-messages",
    enforce: "pre",
    transform(source, id) {
      const file = id.replace(/\?.*$/, "").replaceAll("\\", "/");
      if (!CATALOGUE.test(file)) return null;
      return {
        code: `export default ${JSON.stringify(compiledCatalogue(file, source))};`,
        map: null,
        moduleType: "js",
      };
    },
  };
}

/** @throws Error which names the message that cannot be parsed */
function compiledCatalogue(file, source) {
  return Object.fromEntries(
    Object.entries(JSON.parse(source)).map(([key, message]) => {
      try {
        return [key, compileMessageOrThrow(message)];
      } catch (error) {
        throw new Error(`${file}: "${key}": ${error.message}`);
      }
    }),
  );
}
