import fc from "fast-check";
import { expect, it } from "vitest";
import { ChildIndex } from "../../src/lib/child-index.js";

it("numbers nodes as a table of all pairs of parent and key would", () => {
  const key = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer());
  const ways = fc.array(fc.array(key, { maxLength: 12 }), { maxLength: 80 });
  fc.assert(
    fc.property(ways, fc.integer({ min: 0, max: 64 }), (all, room) => {
      const index = new ChildIndex(room);
      const table = new Map<string, number>();
      for (const way of all) {
        let node = 0;
        for (const key of way) {
          expect(index.find(node, key)).toBe(table.get(`${node} ${key}`) ?? 0);
          const known = table.get(`${node} ${key}`) ?? table.size + 1;
          table.set(`${node} ${key}`, known);
          expect(index.child(node, key)).toBe(known);
          node = known;
        }
      }
      expect(index.count).toBe(table.size + 1);
      const pairs = [...index.keys()].map((key, node) => `${index.parent[node]} ${key}`);
      expect(pairs).toEqual(["-1 -1", ...table.keys()]);
    }),
  );
});

it("finds each of many children of one node again", () => {
  const index = new ChildIndex(0);
  for (let key = 0; key < 5000; key++) expect(index.child(0, key * 7)).toBe(key + 1);
  for (let key = 4999; key >= 0; key--) expect(index.find(0, key * 7)).toBe(key + 1);
  expect(index.find(0, 1)).toBe(0);
});
