import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  findNodeAtLocation,
  findNodeAtOffset,
  getNodePath,
  parseTree,
} from "jsonc-parser";
import {
  nodeAt,
  nodeAtPath,
  pathOf,
  walk,
} from "../../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import { benchText } from "../../../scripts/bench/documents.ts";

const texts = [
  readFileSync("examples/article.clawdbot.json", "utf8"),
  readFileSync("examples/exposed.clawdbot.json", "utf8"),
  benchText(60, "json5", 3),
];

describe("a text cut off anywhere", () => {
  it("gives a tree whose spans nest and lie inside the text, and a problem unless it is whole", () => {
    let cuts = 0;
    for (const text of texts) {
      for (let end = 0; end <= text.length; end++) {
        cuts += 1;
        const cut = text.slice(0, end);
        const { root, problems } = parseJson5(cut);
        const isWhole = text.slice(end).trim() === "";
        assert.equal(problems.length === 0, isWhole, `${end} of the text`);
        for (const node of walk(root)) {
          assert.ok(node.offset + node.length <= end);
          const { parent } = node;
          assert.ok(
            parent === undefined ||
              (parent.offset <= node.offset &&
                parent.offset + parent.length >= node.offset + node.length),
          );
        }
      }
    }
    assert.ok(cuts > 3000, `only ${cuts} cuts`);
  });
});

describe("navigation", () => {
  // On strict JSON jsonc-parser's own look-ups are the reference.
  const text = benchText(120, "json", 5);
  const ours = parseJson5(text).root;
  const theirs = parseTree(text);
  it("finds the node at every offset that jsonc-parser finds", () => {
    assert.ok(theirs);
    for (let offset = 0; offset < text.length; offset++) {
      const own = nodeAt(ours, offset);
      const other = findNodeAtOffset(theirs, offset, true);
      assert.deepEqual(
        [own?.type, own?.offset, own?.length],
        [other?.type, other?.offset, other?.length],
        `at ${offset}`,
      );
    }
  });
  it("names and finds every node by jsonc-parser's path", () => {
    assert.ok(theirs);
    let nodes = 0;
    for (const node of walk(theirs)) {
      const isKey =
        node.parent?.type === "property" && node.parent.children?.[0] === node;
      if (node.type === "property" || isKey) continue;
      nodes += 1;
      const path = getNodePath(node);
      const own = nodeAtPath(ours, path);
      assert.equal(own?.offset, findNodeAtLocation(theirs, path)?.offset);
      assert.ok(own);
      assert.deepEqual(pathOf(own), path);
    }
    assert.ok(nodes > 80, `only ${nodes} nodes`);
  });
});
