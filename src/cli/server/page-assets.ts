import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type PageAssets,
  pageAssets,
  SelfContainedError,
} from "../../publish/self-contained-page.js";
import { InputError } from "../exit-code.js";
import { pageFiles } from "./page-files.js";

/** From src/cli and from build/cli alike the page lies in dist two folders up. */
export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

/**
 * The texts of the built page.
 * @throws InputError where it is not built, or not as it must be
 */
export async function builtAssets(folder: string): Promise<PageAssets> {
  const files = await pageFiles(folder);
  try {
    return await pageAssets(async (path) => {
      const file = files.get(path);
      if (path === "" || !file) throw new SelfContainedError(`the built page has no ${path}`);
      return await readFile(file, "utf8");
    });
  } catch (error) {
    if (error instanceof SelfContainedError) throw unfit(error);
    throw error;
  }
}

/** What a build that cannot be put into one file is told as. */
export function unfit(error: SelfContainedError): InputError {
  return new InputError(`${error.message}; run npm run build again`);
}
