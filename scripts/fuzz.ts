/**
 * `npm run fuzz -- --seconds N [--seed S]`: feeds the JSON5 layer texts nobody would write, and checks what must hold
 * for all of them. Prints its seed; the same seed gives the same texts. Exits 1 at the first text that breaks a promise.
 */
import type { TreeChange } from "../server/src/core/json5/edits.ts";
import { isDeepStrictEqual } from "node:util";
import JSON5 from "json5";
import { formatEdits } from "../server/src/core/json5/format.ts";
import { tokensOf } from "../server/src/core/json5/format/tokens.ts";
import { editsFor } from "../server/src/core/json5/edits.ts";
import {
  nodeAt,
  nodeAtPath,
  pathOf,
  valueOf,
  walk,
} from "../server/src/core/json5/navigate.ts";
import type { Json5Document } from "../server/src/core/json5/nodes.ts";
import { parseJson5 } from "../server/src/core/json5/parse.ts";
import { applyEdits } from "../server/src/core/text/edit.ts";
import { benchText, forms } from "./bench/documents.ts";
import { Random } from "./random.ts";

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = Number(process.argv[at + 1]);
  return at >= 0 && Number.isFinite(value) ? value : otherwise;
};

const seconds = argument("seconds", 10);
const seed = argument("seed", Date.now() % 1_000_000_000);
const chance = new Random(seed);
const random = (below: number): number => chance.below(below);
const seeds = Array.from({ length: 12 }, (_, index) =>
  benchText(40 + index * 10, forms[index % 3] ?? "json5", index),
);
/** Slower than this, and more than that, is called a hang: microseconds a code unit, and milliseconds a text. */
const [microseconds, milliseconds] = [40, 250];

const pieces = [
  ..."{}[]:,\"'\\/*#=+-.0x9eaINtf_$`“ \n\r\t;".split(""),
  "//",
  "/*",
  "*/",
  "\u2028",
  "\ufeff",
  "\0",
  "\ud800",
  "\udc00",
  "é",
  "𝒳",
  "null",
  "a:",
  "{a:",
  "\\u12",
];
/** json5 warns of separators in strings, which are legal and frequent here. */
console.warn = (): void => {};

const any = <T>(list: readonly T[]): T => chance.pick(list);

const makers: Record<string, () => string> = {
  "random characters": () =>
    Array.from({ length: random(200) }, () =>
      String.fromCharCode(random(random(2) === 0 ? 128 : 65_536)),
    ).join(""),
  "random tokens": () =>
    Array.from({ length: random(80) }, () => any(pieces)).join(""),
  "one token again and again": () =>
    (any(pieces) + any(pieces)).repeat(random(3000)),
  "a mutated config": () => {
    let text = any(seeds);
    for (let count = 1 + random(6); count > 0; count--) {
      const at = random(text.length + 1);
      text =
        text.slice(0, at) +
        (random(3) === 0 ? "" : any(pieces)) +
        text.slice(at + random(3) * random(12));
    }
    return text;
  },
  "a truncated config": () => {
    const text = any(seeds);
    return random(2) === 0
      ? text.slice(0, random(text.length))
      : text.slice(random(text.length));
  },
  "two configs spliced": () => {
    const [one, two] = [any(seeds), any(seeds)];
    return one.slice(0, random(one.length)) + two.slice(random(two.length));
  },
};

/** What the program's own parser makes of a text. */
function verdictOf(
  text: string,
): { readonly accepted: false } | { readonly accepted: true; value: unknown } {
  try {
    const value: unknown = JSON5.parse(text);
    return { accepted: true, value };
  } catch {
    return { accepted: false };
  }
}

const judged = { accepted: 0, refused: 0 };

/** Compares our reading with that of the program's own parser. */
function compare(text: string, document: Json5Document): void {
  const verdict = verdictOf(text);
  judged[verdict.accepted ? "accepted" : "refused"]++;
  const { root, problems } = document;
  if (!verdict.accepted) {
    promise(problems.length > 0, "json5 refuses what we say nothing about");
    return;
  }
  promise(problems.length === 0, "json5 accepts what we call wrong");
  // The comparison recurses, the parsers do not.
  if (document.depth < 500)
    promise(
      root !== undefined && isDeepStrictEqual(valueOf(root), verdict.value),
      "json5 reads another value",
    );
}

/** Throws when a promise does not hold for the text. */
function check(text: string): number {
  const document = parseJson5(text);
  const { root, problems, comments } = document;
  compare(text, document);
  let nodes = 0;
  for (const node of walk(root)) {
    nodes++;
    const outer = node.parent ?? { offset: 0, length: text.length };
    promise(
      node.length >= 0 &&
        node.offset >= outer.offset &&
        node.offset + node.length <= outer.offset + outer.length,
      "a node leaves its parent",
    );
    let end = node.offset;
    for (const child of node.children ?? []) {
      promise(child.parent === node, "a child has another parent");
      promise(child.offset >= end, "siblings overlap");
      end = child.offset + child.length;
    }
  }
  for (const span of [...problems, ...comments])
    promise(
      span.offset >= 0 &&
        span.length >= 0 &&
        span.offset + span.length <= text.length,
      "a span leaves the text",
    );
  const tokens = tokensOf(document);
  let at = 0;
  for (const token of tokens) {
    promise(token.offset >= at && token.length > 0, "tokens overlap");
    promise(
      text.slice(at, token.offset).trim() === "",
      "text between tokens is lost",
    );
    at = token.offset + token.length;
  }
  promise(text.slice(at).trim() === "", "text behind the last token is lost");
  promise(
    root !== undefined || problems.length > 0,
    "neither a value nor a problem",
  );
  for (const { repair } of problems.slice(0, 3))
    if (repair) parseJson5(applyEdits(text, repair.edits));
  if (root) valueOf(root);
  const found = nodeAt(root, random(text.length + 1));
  if (found) nodeAtPath(root, pathOf(found));
  const squeezed = applyEdits(
    text,
    formatEdits(document, { indent: "  " }),
  ).replaceAll(/\s/g, "");
  promise(
    squeezed === text.replaceAll(/\s/g, ""),
    "formatting changed more than white space",
  );
  const path = found ? pathOf(found) : ["gateway"];
  const changes: readonly TreeChange[] = [
    { op: "set", path, value: 1 },
    { op: "remove", path },
    { op: "set", path: ["gateway", "bind"], value: "loopback" },
  ];
  for (const change of changes) {
    const edits = editsFor(document, [change]);
    if (edits) applyEdits(text, edits);
  }
  return nodes;
}

function promise(holds: boolean, broken: string): void {
  if (!holds) throw new Error(broken);
}

console.log(`fuzz: seed ${seed}, ${seconds} s`);
const counts = new Map<string, number>();
const until = Date.now() + seconds * 1000;
let [slowest, characters, nodes] = [0, 0, 0];
for (let turn = 0; Date.now() < until; turn++) {
  const names = Object.keys(makers);
  const name = names[turn % names.length] ?? "";
  const text = makers[name]?.() ?? "";
  try {
    nodes += check(text);
    const start = performance.now();
    parseJson5(text);
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    promise(
      took < milliseconds + (text.length * microseconds) / 1000,
      `took ${took.toFixed(0)} ms`,
    );
  } catch (error) {
    console.error(
      `fuzz: seed ${seed}, turn ${turn}, ${name}: ${error instanceof Error ? (error.stack ?? error.message) : "unknown error"}`,
    );
    console.error(
      JSON.stringify(text.length > 4000 ? `${text.slice(0, 4000)}…` : text),
    );
    process.exit(1);
  }
  counts.set(name, (counts.get(name) ?? 0) + 1);
  characters += text.length;
}
for (const [name, count] of counts) console.log(`  ${count} × ${name}`);
console.log(
  `fuzz: ${characters} characters, ${nodes} nodes, slowest parse ${slowest.toFixed(1)} ms, nothing broke`,
);
