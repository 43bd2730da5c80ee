// Finds Debian's Firefox and starts it under playwright-core, which speaks WebDriver BiDi to it.
import { existsSync } from "node:fs";
import { firefox } from "playwright-core";

const PLACES = [
  process.env.FIREFOX,
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Path of a Firefox on this machine, undefined where there is none. */
export function findFirefox() {
  return PLACES.find((path) => path && existsSync(path));
}

/**
 * Starts a Firefox as it is released. playwright-core's own `firefox` is a build with patches; by
 * the channel it drives any other one by BiDi, and asks it then for commands that an extended
 * support release does not know yet: emulation of colours and the like, which is done without.
 */
export async function launchFirefox(path) {
  const browser = await firefox.launch({ executablePath: path, channel: "moz-firefox" });
  const session = browser._connection.toImpl(browser)._browserSession;
  const kind = Object.getPrototypeOf(session);
  const { send } = kind;
  kind.send = async function (method, parameters) {
    try {
      return await send.call(this, method, parameters);
    } catch (error) {
      const isOptional = method.startsWith("emulation.") && /unknown command/.test(String(error));
      if (!isOptional) throw error;
      return {};
    }
  };
  return browser;
}
