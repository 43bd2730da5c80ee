import { readFileSync } from "node:fs";
import { IN_FIREFOX } from "./browsers.js";
import type { Leaklens } from "./leaklens.js";

interface Saved {
  readonly name: string;
  readonly text: string;
}

/**
 * The file that the page saves when something is pressed. Firefox tells nothing of downloads over
 * BiDi: there it is what the page hands to the browser.
 */
export async function savedFile(app: Leaklens, press: () => Promise<void>): Promise<Saved> {
  if (!IN_FIREFOX) {
    const [download] = await Promise.all([app.page.waitForEvent("download"), press()]);
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), "utf8"),
    };
  }
  await app.page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (content) => {
      Object.assign(window, { savedContent: content });
      return createObjectURL(content);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (this.download === "") click.call(this);
      else Object.assign(window, { savedAs: this.download });
    };
  });
  await press();
  await app.page.waitForFunction(() => "savedAs" in window);
  return await app.page.evaluate(async () => {
    const saved = window as unknown as { savedAs: string; savedContent: Blob };
    return { name: saved.savedAs, text: await saved.savedContent.text() };
  });
}
