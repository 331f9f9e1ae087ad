import assert from "node:assert/strict";
import fc from "fast-check";
import { benchText } from "../../scripts/bench/documents.ts";
import { editsFor } from "../../server/src/core/json5/edits.ts";
import type { TreeChange } from "../../server/src/core/json5/edits.ts";
import {
  keyNameOf,
  keyNodeOf,
  nodeAtPath,
  valueOf,
} from "../../server/src/core/json5/navigate.ts";
import type {
  Json5Document,
  JSONPath,
  Node,
} from "../../server/src/core/json5/nodes.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { spanTouches } from "../../server/src/core/text/span.ts";
import type { Edit } from "../../server/src/core/text/edit.ts";
import {
  arbitraryChoice,
  changeOf,
  commentsOf,
  isCopying,
  model,
  pathsOf,
  sorted,
} from "../support/arbitrary-change.ts";
import { arbitraryConfig } from "../support/arbitrary-json5.ts";
import { arbitraryDamage, damaged } from "../support/damage.ts";

const configs = [1, 2, 3, 4, 5, 6].map((seed) =>
  benchText(60, seed % 2 === 0 ? "json5" : "jsonc", seed),
);
const brokenText = fc
  .tuple(
    fc.oneof(
      arbitraryConfig.map(({ text }) => text),
      fc.constantFrom(...configs),
    ),
    fc.array(arbitraryDamage, { minLength: 1, maxLength: 2 }),
  )
  .map(([text, mistakes]) => mistakes.reduce(damaged, text));

const codesOf = (document: Json5Document): string[] =>
  document.problems.map(({ code }) => code);

/** What of the first list the second does not have. */
function more<T>(than: readonly T[], less: readonly T[]): T[] {
  const left = [...less];
  return than.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** All properties of an object that spell a key, or the array's element. */
function membersAt(root: Node, path: JSONPath): Node[] {
  const last = path.at(-1);
  const children = nodeAtPath(root, path.slice(0, -1))?.children ?? [];
  const found =
    typeof last === "number"
      ? [children[last]]
      : children.filter((child) => keyNameOf(child) === last);
  return found.filter((node) => node !== undefined);
}

/** The nodes whose text a change is about; what a change inserts touches none. */
function touchedBy(root: Node, change: TreeChange): (Node | undefined)[] {
  switch (change.op) {
    case "set":
      return [nodeAtPath(root, change.path)];
    case "remove":
      return membersAt(root, change.path);
    case "move":
      return membersAt(root, change.from);
    case "rename":
      return membersAt(root, change.path).map(keyNodeOf);
    case "append":
      return [];
    case "merge":
      return Object.keys(change.value).map((key) =>
        nodeAtPath(root, [...change.path, key]),
      );
  }
}

/** What edits delete outside the nodes a change is about; white space, and comments, which may move, left out. */
function deletedElsewhere(
  { text, comments }: Json5Document,
  edits: readonly Edit[],
  nodes: readonly (Node | undefined)[],
): string {
  const touched = [...nodes, ...comments];
  let deleted = "";
  for (const { offset, length } of edits) {
    for (let at = offset; at < offset + length; at++) {
      const isTouched = touched.some(
        (node) => node && at >= node.offset && at < node.offset + node.length,
      );
      if (!isTouched) deleted += text.charAt(at);
    }
  }
  return deleted.replaceAll(/\s/g, "");
}

describe("edits of broken JSON5", () => {
  it("make the intended value, touch nothing else, lose no comment and break nothing more", () => {
    const made: Record<string, number> = {};
    let refused = 0;
    fc.assert(
      fc.property(brokenText, arbitraryChoice, (text, chosen) => {
        const document = parseJson5(text);
        const { root } = document;
        if (!root || document.problems.length === 0) return;
        const change = changeOf(pathsOf(text), chosen);
        // The outermost object lies around the value, so that it can be replaced like any other.
        const expected = { root: valueOf(root) };
        const possible =
          model(expected, below("root", change)) && !isAboutRoot(change);
        const edits = editsFor(document, [change]);
        if (!edits) {
          if (possible) refused++;
          return;
        }
        if (!possible)
          assert.ok(
            (change.op === "remove" || change.op === "rename") &&
              membersAt(root, change.path).length > 0,
            "only a key that has no value can change and leave the value",
          );
        const after = applyEdits(text, edits);
        const later = parseJson5(after);
        assert.ok(later.root, after);
        assert.deepEqual(valueOf(later.root), expected.root, after);
        assert.deepEqual(more(codesOf(later), codesOf(document)), [], after);
        if (!isCopying(change))
          assert.deepEqual(
            sorted(commentsOf(after)),
            sorted(commentsOf(text)),
            after,
          );
        const touched = touchedBy(root, change);
        const elsewhere = deletedElsewhere(document, edits, touched);
        const takesOut = change.op === "remove" || change.op === "move";
        const commas = takesOut ? touched.length : 0;
        assert.match(elsewhere, new RegExp(`^[,;]{0,${commas}}$`), after);
        if (change.op === "rename" || (change.op === "set" && touched[0]))
          for (const { offset, length } of edits)
            for (const at of [offset, offset + length])
              assert.ok(touched.some((node) => node && spanTouches(node, at)));
        made[change.op] = (made[change.op] ?? 0) + 1;
      }),
      { numRuns: 5000 },
    );
    for (const op of ["set", "remove", "move", "rename", "append", "merge"])
      assert.ok((made[op] ?? 0) > 30, `${op} was made ${made[op]} times only`);
    const all = Object.values(made).reduce((sum, count) => sum + count, 0);
    assert.ok(all > 2000, `only ${all} edits`);
    assert.ok(refused < all / 10, `${refused} of ${all} were refused`);
  });
});

/** Whether it would take the outermost value away. */
const isAboutRoot = (change: TreeChange): boolean =>
  change.op === "move"
    ? change.from.length === 0
    : change.op === "remove" && change.path.length === 0;

/** The same change one level further down. */
function below(key: string, change: TreeChange): TreeChange {
  return change.op === "move"
    ? {
        ...change,
        from: [key, ...change.from],
        to: change.to.map((path) => [key, ...path]),
      }
    : { ...change, path: [key, ...change.path] };
}
