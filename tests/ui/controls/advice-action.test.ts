import { describe, expect, it } from "vitest";
import { ADVICE_RULES } from "../../../src/kubernetes/rules/advice-rules.js";
import { isCommand, looksLikeCode } from "../../../src/ui/controls/advice-action.js";

describe("what advice says to do", () => {
  it("can be copied where it is a command", () => {
    expect(isCommand("kubectl get --raw '/api/v1/configmaps?limit=500'")).toBe(true);
    expect(isCommand("GODEBUG=madvdontneed=1 go run .")).toBe(true);
  });

  it("is not copied where it is a sentence, a flag or a line of code", () => {
    for (const action of [
      "upgrade kube-apiserver to 1.33 or later (feature gate StreamingCollectionEncodingToJSON)",
      "feature gate WatchList on kube-apiserver, WatchListClient in client-go",
      "--goaway-chance=0.001",
      'config.ContentType = "application/vnd.kubernetes.protobuf"',
    ]) {
      expect(isCommand(action), action).toBe(false);
    }
  });

  it("of every rule begins with a program where it is offered to be copied", () => {
    for (const { action } of ADVICE_RULES) {
      if (typeof action !== "string") continue;
      if (isCommand(action)) expect(action).toMatch(/^[a-z]+ [-'"\w/]/);
      if (/^kubectl |^curl /.test(action)) expect(looksLikeCode(action)).toBe(true);
    }
  });
});
