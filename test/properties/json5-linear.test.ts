import assert from "node:assert/strict";
import { once } from "node:events";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { countedTree, workOf } from "../../scripts/counted-work.ts";
import { editsFor } from "../../server/src/core/json5/edits.ts";
import type { TreeChange } from "../../server/src/core/json5/edits.ts";
import {
  formatEdits,
  onTypeEdits,
} from "../../server/src/core/json5/format.ts";
import {
  nodeAt,
  nodeAtPath,
  pathOf,
  rootOf,
  valueOf,
  walk,
} from "../../server/src/core/json5/navigate.ts";
import type {
  Json5Document,
  JSONPath,
  JsonValue,
  Node,
} from "../../server/src/core/json5/nodes.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";

/** Makes what is needed of that many levels ready, and gives back what is to be counted. */
type Begin = (depth: number) => () => void;

/** Legal texts; in the innermost container stands one 1. */
const nests: Readonly<Record<string, (depth: number) => string>> = {
  arrays: (depth) => `${"[".repeat(depth)}1${"]".repeat(depth)}`,
  objects: (depth) => `${"{a:".repeat(depth)}1${"}".repeat(depth)}`,
  "objects on lines": (depth) =>
    `${"{\na:\n".repeat(depth)}1${"\n}".repeat(depth)}\n`,
};

/** Texts in which nothing matches. */
const broken: Readonly<Record<string, (depth: number) => string>> = {
  "opening brackets": (depth) => "[".repeat(depth),
  "opening braces": (depth) => "{".repeat(depth),
  "closing brackets": (depth) => "]".repeat(depth),
  "objects never closed": (depth) => "{a:".repeat(depth),
  "objects never closed, on lines": (depth) => "{\na:\n".repeat(depth),
  "objects that end as arrays": (depth) =>
    `${"{a:".repeat(depth)}1${"]".repeat(depth)}`,
  "brackets crossed": (depth) =>
    "[{".repeat(depth / 2) + "]}".repeat(depth / 2),
  "brackets crossed, on lines": (depth) =>
    "[\n {\n".repeat(depth / 2) + "]\n }\n".repeat(depth / 2),
  "brackets indented, closed further left": (depth) =>
    `[\n${`    ${"[".repeat(900)}\n  ]\n`.repeat(depth / 900)}]`,
  "keys without braces": (depth) => "a: ".repeat(depth),
  commas: (depth) => `[${",".repeat(depth)}]`,
  "commas in an object": (depth) => `{${",".repeat(depth)}}`,
  quotes: (depth) => `[${'"'.repeat(depth)}`,
  "quotes and words": (depth) => `[${'"a "b'.repeat(depth / 10)}`,
  "strings cut off": (depth) => `[${'"a\n'.repeat(depth)}`,
  "strings without commas": (depth) => `["a"${' "a"'.repeat(depth)}]`,
  backticks: (depth) => `[${"`a ".repeat(depth)}`,
  words: (depth) => `[${"a ".repeat(depth)}`,
  "words with colons": (depth) => `{${"a b: ".repeat(depth)}}`,
  escapes: (depth) => `"${"\\x".repeat(depth)}"`,
  hashes: (depth) => `${"#".repeat(depth)}\n`,
  "hash lines": (depth) => "# a\n".repeat(depth),
  comments: (depth) => "/* */ ".repeat(depth),
  "comments never closed": (depth) => "/*".repeat(depth),
  slashes: (depth) => "/ ".repeat(depth),
  separators: (depth) => `{a ${":= ".repeat(depth)}}`,
};

const innermost = ({ text, root }: Json5Document): Node => {
  const node = nodeAt(root, text.indexOf("1"));
  if (!node) throw new Error("nothing is there");
  return node;
};

/** The document with a tree in which looks are counted. */
const counted = (document: Json5Document): Json5Document => {
  const { text, root, problems, comments, duplicates, depth } = document;
  if (!root) throw new Error("no tree");
  return {
    text,
    root: countedTree(root),
    problems,
    comments,
    duplicates,
    depth,
  };
};

/** A value of that many levels. */
function deepValue(depth: number): { [key: string]: JsonValue } {
  let value: { [key: string]: JsonValue } = {};
  for (let level = 1; level < depth; level++) value = { a: value };
  return value;
}

const change =
  (of: (path: JSONPath, depth: number) => TreeChange) =>
  (document: Json5Document, path: JSONPath, depth: number) => {
    const wanted = of(path, depth);
    return () => {
      if (!editsFor(document, [wanted])) throw new Error("not made");
    };
  };

/** What is done with legal nests: by the document, the path of its innermost value and the number of levels. */
type Use = (
  document: Json5Document,
  path: JSONPath,
  depth: number,
) => () => void;

const uses: Readonly<Record<string, Use>> = {
  "look-ups": (document, path) => {
    const offset = document.text.indexOf("1");
    return () => {
      const node = nodeAt(document.root, offset);
      if (!node || rootOf(node) !== document.root) throw new Error("no root");
      if (pathOf(node).length !== path.length) throw new Error("no path");
      if (nodeAtPath(document.root, path) !== node) throw new Error("no node");
    };
  },
  values:
    ({ root }) =>
    () =>
      void (root && valueOf(root)),
  walks:
    ({ root }) =>
    () => {
      let nodes = 0;
      for (const _ of walk(root)) nodes++;
      if (nodes === 0) throw new Error("no nodes");
    },
  formatting: (document) => () => void formatEdits(document, { indent: "" }),
  "a closing bracket typed": (document) => () =>
    void onTypeEdits(document, document.text.trimEnd().length, "}", {
      indent: "",
    }),
  "a line begun": (document) => () =>
    void onTypeEdits(document, document.text.indexOf("1"), "\n", {
      indent: "",
    }),
  set: change((path) => ({ op: "set", path, value: 2 })),
  remove: change((path) => ({ op: "remove", path })),
  move: change((path) => ({
    op: "move",
    from: path.slice(0, -1),
    to: [[...path.slice(0, -2), typeof path.at(-2) === "number" ? 0 : "b"]],
  })),
};

/** What is done with nested objects alone. */
const objectUses: typeof uses = {
  insert: change((path) => ({
    op: "set",
    path: [...path.slice(0, -1), "b"],
    value: 2,
  })),
  "insert as deep again": change((path) => ({
    op: "set",
    path: [...path.slice(0, -1), ...path.map(() => "b")],
    value: 2,
  })),
  "insert a deep value": change((_, depth) => ({
    op: "set",
    path: ["b"],
    value: deepValue(depth),
  })),
  rename: change((path) => ({ op: "rename", path, key: "b" })),
  append: change((path) => ({
    op: "append",
    path: [...path.slice(0, -1), "b"],
    value: 2,
  })),
  merge: change((_, depth) => ({
    op: "merge",
    path: [],
    value: deepValue(depth),
  })),
  "repair of a broken text": change((path) => ({
    op: "set",
    path,
    value: 2,
  })),
};

/** What is done with nests other than the one of objects; there is nothing new to be seen of the rest. */
const elsewhere = new Set(["formatting", "set", "insert a deep value"]);

/** What is counted at 200,000 levels; for the rest fewer show as much. */
const deepest = new Set([
  "look-ups",
  "values",
  "set",
  "remove",
  "move",
  "insert as deep again",
  "merge",
  "repair of a broken text",
]);

interface Job {
  readonly name: string;
  /** How many levels, or how much damage. */
  readonly most: number;
  readonly begin: Begin;
}

const reading =
  (textOf: (depth: number) => string): Begin =>
  (depth) => {
    const text = textOf(depth);
    return () => void parseJson5(text);
  };

function* jobs(): Generator<Job> {
  for (const [nest, textOf] of Object.entries(nests)) {
    yield { name: `reading ${nest}`, most: 200_000, begin: reading(textOf) };
    const here = nest === "arrays" ? uses : { ...uses, ...objectUses };
    for (const [use, begin] of Object.entries(here)) {
      if (nest !== "objects" && !elsewhere.has(use)) continue;
      yield {
        name: `${use} in ${nest}`,
        most: nest === "objects" && deepest.has(use) ? 200_000 : 20_000,
        begin: (depth) => {
          const text = textOf(depth);
          const isBroken = use.includes("broken");
          const document = parseJson5(isBroken ? `${text},` : text);
          const path = pathOf(innermost(document));
          const isLookUp = use === "look-ups";
          return begin(isLookUp ? counted(document) : document, path, depth);
        },
      };
    }
  }
  for (const [damage, textOf] of Object.entries(broken))
    yield { name: `reading ${damage}`, most: 20_000, begin: reading(textOf) };
}

/** The counting slows down whatever runs after it, so that it has a thread of its own, beside the other tests. */
function countInWorker(): (name: string) => Promise<readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const worker = new Worker(new URL(import.meta.url)).on(
    "message",
    ([name, ...counts]: [string, ...number[]]) => found.set(name, counts),
  );
  const end = once(worker, "exit").then(() => true);
  // Whoever asks is told; until then it is nobody's.
  end.catch(() => {});
  return async (name) => {
    for (;;) {
      const counts = found.get(name);
      if (counts) return counts;
      const news = once(worker, "message").then(() => false);
      if ((await Promise.race([news, end])) && !found.has(name))
        throw new Error("it was not counted");
    }
  };
}

if (isMainThread) {
  const countsOf = countInWorker();
  describe("the work on nested and on broken JSON5", () => {
    for (const { name, most } of jobs()) {
      it(`grows with the text: ${name}, ${most} times`, async () => {
        const [tenth = 0, whole = 0] = await countsOf(name);
        if (process.env["SHOW_WORK"])
          console.log(`${(whole / most).toFixed(0)} steps for each: ${name}`);
        assert.ok(tenth >= most / 20, `only ${tenth} steps were counted`);
        assert.ok(
          whole <= 11 * tenth,
          `${tenth} steps for a tenth, ${whole} for all`,
        );
      });
    }
  });
} else {
  for (const { name, most, begin } of jobs()) {
    const counts = [most / 10, most].map((depth) => workOf(begin(depth)));
    parentPort?.postMessage([name, ...counts], []);
  }
}
