// Prints the krew manifest of a release: node scripts/krew.js TARBALL ADDRESS
// TARBALL is what `npm pack` made, ADDRESS where it can be fetched.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";

const ROOT = new URL("../", import.meta.url);
/** Where Node runs a file by its first line. */
const PLATFORMS = ["linux", "darwin"].flatMap((os) =>
  ["amd64", "arm64"].map((arch) => ({ os, arch })),
);

/**
 * The manifest of krew's index for a package: https://krew.sigs.k8s.io/docs/developer-guide/plugin-manifest/
 * @param {Uint8Array} tarball
 * @param {string} address an https address
 */
export function krewManifest(tarball, address) {
  const { version } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
  const manifest = parse(readFileSync(new URL("deploy/krew/plugin.yaml", ROOT), "utf8"));
  const sha256 = createHash("sha256").update(tarball).digest("hex");
  manifest.spec.version = `v${version}`;
  manifest.spec.platforms = PLATFORMS.map((matchLabels) => ({
    selector: { matchLabels },
    uri: address,
    sha256,
    // A package of npm has one folder, `package`.
    files: [{ from: "package/*", to: "." }],
    bin: "bin/kubectl-leaklens.js",
  }));
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tarball, address] = process.argv.slice(2);
  if (!tarball || !address?.startsWith("https://")) {
    console.error("usage: node scripts/krew.js TARBALL https://ADDRESS");
    process.exit(2);
  }
  process.stdout.write(stringify(krewManifest(readFileSync(tarball), address)));
}
