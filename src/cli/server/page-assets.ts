import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type PageAssets,
  pageAssets,
  SelfContainedError,
} from "../../publish/self-contained-page.js";
import { SERVER_WORDS } from "../../words/terminal/server-words.js";
import { InputError } from "../exit-code.js";
import { pageFiles } from "./page-files.js";

/** The built page, in the package's own folder. */
export const DIST = join(packageFolder(fileURLToPath(import.meta.url)), "dist");

/** Sources and the built command line lie at different depths of the package. */
function packageFolder(path: string): string {
  const folder = dirname(path);
  if (folder === path || existsSync(join(folder, "package.json"))) return folder;
  return packageFolder(folder);
}

/**
 * The texts of the built page.
 * @throws InputError where it is not built, or not as it must be
 */
export async function builtAssets(folder: string): Promise<PageAssets> {
  const files = await pageFiles(folder);
  try {
    return await pageAssets(async (path) => {
      const file = files.get(path);
      if (path === "" || !file) throw new SelfContainedError(SERVER_WORDS.noPart(path));
      return await readFile(file, "utf8");
    });
  } catch (error) {
    if (error instanceof SelfContainedError) throw unfit(error);
    throw error;
  }
}

/** What a build that cannot be put into one file is told as. */
export function unfit(error: SelfContainedError): InputError {
  return new InputError(SERVER_WORDS.unfit(error.message));
}
