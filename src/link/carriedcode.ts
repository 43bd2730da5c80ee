import type { CarriedAnswers } from "../engine/library.js";
import type { BitCoder } from "./bitcoder.js";
import type { LinkTree } from "./content.js";
import type { TextModel } from "./textmodel.js";

/** Codes the answers that were computed before anything was cut. */
export function codeCarried(
  coder: BitCoder,
  texts: TextModel,
  _tree: LinkTree,
  _shape: { readonly files: number; readonly types: number },
  carried: CarriedAnswers | undefined,
): CarriedAnswers {
  const text = texts.code(
    coder,
    carried && Object.keys(carried).length > 0 ? JSON.stringify(carried) : "",
  );
  return text === "" ? {} : (JSON.parse(text) as CarriedAnswers);
}
