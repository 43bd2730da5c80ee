import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION, TABLES } from "../../../src/cli/tables/schema.js";

/**
 * The schema of release 1, for ever: a column that is not here any more, or has another type,
 * breaks somebody's queries. Add new ones behind, and count SCHEMA_VERSION up.
 */
const FIRST: Readonly<Record<string, string>> = {
  profiles:
    "profile_id:string time:time? file:string sha256:string part:string? file_bytes:int namespace:string? pod:string? node:string? labels:string program:string? role:string release_since:string? release_until:string? go_since:string? go_until:string? subject:string is_difference:boolean is_sum_of_scrapes:boolean sample_type:string unit:string value:int standard_error:double? inuse_space:int? inuse_objects:int? alloc_space:int? alloc_objects:int? totals:string rss_bytes:int? limit_bytes:int? samples:int sampling_period:int finding:string advice:string leaklens:string",
  kinds:
    "profile_id:string time:time? holds:string kind:string? api_group:string? category:string? stage:string evidence:string? value:int standard_error:double?",
  suspects:
    "profile_id:string time:time? rank:int path:string function:string stack:string kind:string? evidence:string stage:string class:string? value:int standard_error:double? share:double mean_object_bytes:int?",
  stacks:
    "profile_id:string time:time? stack_id:int functions:ints holds:string kind:string? api_group:string? stage:string value:int inuse_space:int? inuse_objects:int? alloc_space:int? alloc_objects:int?",
  functions: "profile_id:string function_id:int name:string file:string package:string",
};

describe("the schema of the tables", () => {
  it.each(Object.entries(FIRST))(
    "keeps every column of %s, its type and place",
    (name, columns) => {
      const now = TABLES[name as keyof typeof TABLES].map(
        (column) => `${column.name}:${column.type}${column.optional ? "?" : ""}`,
      );
      const first = columns.split(" ");
      expect(now.slice(0, first.length)).toEqual(first);
      if (now.length > first.length) expect(SCHEMA_VERSION).toBeGreaterThan(1);
    },
  );
});
