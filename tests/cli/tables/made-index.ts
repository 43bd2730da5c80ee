import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { main } from "../../../src/cli/main.js";

/** A folder of the test's own. */
export class Place {
  readonly path = mkdtempSync(join(tmpdir(), "leaklens-index-"));

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs leaklens in this process, with an environment. */
export async function index(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = "",
): Promise<{ status: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const status = await main(["index", ...args], {
    out: (text) => {
      out += text;
    },
    err: (line) => {
      err += `${line}\n`;
    },
    stdin: async () => new TextEncoder().encode(stdin),
    env,
    colour: false,
    signal: new AbortController().signal,
  });
  return { status, out, err };
}

/** All files of a folder: path below it, and bytes as text that compares. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path).toString("latin1")]),
  );
}

export type Json = string | number | boolean | null | readonly Json[];

/** An engine for SQL; whole numbers that may be beyond 2^53 are text. */
export async function duckdb() {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  return async (sql: string) => {
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjectsJson() as Record<string, Json>[];
  };
}
