import { expect, test } from "vitest";
import { frameNaming } from "../../src/leaks/frame-roles.js";

test("only who takes buffers from a pool is said to leave them there", () => {
  const pooling = [
    "encoding/json.(*encodeState).marshal",
    "encoding/json.stringEncoder",
    "sigs.k8s.io/json/internal/golang/encoding/json.mapEncoder.encode",
    "k8s.io/klog/v2.(*loggingT).printf",
    "net/http.newBufioWriterSize",
  ];
  const given = [
    "encoding/json.(*Encoder).Encode",
    "encoding/json.Indent",
    "fmt.Fprintf",
    "text/template.(*state).printValue",
    "log.(*Logger).output",
    "example.com/shop/cache.(*Answers).Keep",
  ];
  const names = [...pooling, ...given];
  const naming = frameNaming(
    names,
    names.map(() => ""),
  );
  expect(names.filter((_, f) => naming.pooling[f] === 1)).toEqual(pooling);
});
