/**
 * `npm run fuzz -- --seconds N [--seed S]`: feeds the JSON5 layer texts nobody would write, and checks what must hold
 * for all of them. Prints its seed; the same seed gives the same texts. Exits 1 at the first text that breaks a promise.
 */
import type { TreeChange } from "../server/src/core/json5/edits.ts";
import { isDeepStrictEqual } from "node:util";
import JSON5 from "json5";
import { formatEdits, onTypeEdits } from "../server/src/core/json5/format.ts";
import { tokensOf } from "../server/src/core/json5/format/tokens.ts";
import { editsFor } from "../server/src/core/json5/edits.ts";
import {
  nodeAt,
  nodeAtPath,
  pathOf,
  valueOf,
  walk,
} from "../server/src/core/json5/navigate.ts";
import type {
  Json5Document,
  JSONPath,
} from "../server/src/core/json5/nodes.ts";
import { parseJson5 } from "../server/src/core/json5/parse.ts";
import { applyEdits } from "../server/src/core/text/edit.ts";
import { workOf } from "./counted-work.ts";
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
/**
 * More work than this is called a hang: steps for each code unit of a text, and for any text. Counted, not timed, so that
 * a busy machine changes nothing; what goes on for ever is stopped there.
 */
const most = {
  reading: { unit: 200, text: 10_000 },
  everything: { unit: 2_000, text: 200_000 },
};

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
/** What may stand between any two tokens. */
const gaps = [
  ..." \t\v\f\n\r\u00a0\ufeff\u2028\u2029\u2003".split(""),
  "\r\n",
  "/**/",
  "/* } */",
  "// ]\n",
  "//\u2028",
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
  "a config with other gaps": () => {
    const text = any(seeds);
    let at = 0;
    let result = "";
    for (const { offset } of tokensOf(parseJson5(text))) {
      result += text.slice(at, offset) + (random(4) === 0 ? any(gaps) : "");
      at = offset;
    }
    return result + text.slice(at);
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

/** Throws when a promise about the tree and the tokens does not hold. The number of nodes. */
function checkTree(document: Json5Document): number {
  const { text, root, problems, comments } = document;
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
  let at = 0;
  let rebuilt = "";
  for (const { offset, length } of tokensOf(document)) {
    promise(offset >= at && length > 0, "tokens overlap");
    const gap = text.slice(at, offset);
    promise(gap.trim() === "", "text between tokens is lost");
    rebuilt += gap + text.slice(offset, offset + length);
    at = offset + length;
  }
  promise(text.slice(at).trim() === "", "text behind the last token is lost");
  promise(
    rebuilt + text.slice(at) === text,
    "tokens and gaps are not the text",
  );
  promise(
    root !== undefined || problems.length > 0,
    "neither a value nor a problem",
  );
  return nodes;
}

/** Throws when a promise about what is done with the text does not hold. */
function checkUses(document: Json5Document): void {
  const { text, root, problems } = document;
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
  const place = random(text.length + 1);
  onTypeEdits(document, place, any(["}", "]", "\n"]), { indent: "\t" });
  const path = found ? pathOf(found) : ["gateway"];
  for (const change of changesAt(path)) {
    const edits = editsFor(document, [change]);
    if (edits) applyEdits(text, edits);
  }
}

const changesAt = (path: JSONPath): readonly TreeChange[] => [
  { op: "set", path, value: 1 },
  { op: "remove", path },
  { op: "set", path: ["gateway", "bind"], value: "loopback" },
  { op: "move", from: path, to: [["moved"]] },
  { op: "rename", path, key: "renamed" },
  { op: "append", path: path.slice(0, -1), value: "*" },
  { op: "merge", path: [], value: { gateway: { mode: "local" } } },
];

function promise(holds: boolean, broken: string): void {
  if (!holds) throw new Error(broken);
}

/** The steps taken for each code unit, at most, and where. */
const heaviest = { reading: 0, everything: 0 };
const totals = { characters: 0, nodes: 0 };

/** Does something with a text, and throws when that takes more work than the text's length allows. */
function within(what: keyof typeof most, text: string, run: () => void): void {
  const { unit, text: base } = most[what];
  const work = workOf(run, base + unit * text.length);
  const perUnit = Math.max(0, work - base) / Math.max(1, text.length);
  heaviest[what] = Math.max(heaviest[what], perUnit);
}

/** Reads a text and looks at what came of it. */
function checkReading(text: string): Json5Document {
  const read: Json5Document[] = [];
  within("reading", text, () => read.push(parseJson5(text)));
  const [document] = read;
  if (!document) throw new Error("nothing was read");
  totals.nodes += checkTree(document);
  totals.characters += text.length;
  return document;
}

function check(text: string): void {
  const document = checkReading(text);
  compare(text, document);
  within("everything", text, () => checkUses(document));
}

/** Cuts one config after the other off at every place, a few places a time: what is before and what is behind. */
class Cuts {
  #config = 0;
  #at = 0;
  places = 0;

  next(count: number): void {
    for (let left = count; left > 0; left--) {
      const text = seeds[this.#config % seeds.length] ?? "";
      checkReading(text.slice(0, this.#at));
      checkReading(text.slice(this.#at));
      this.places++;
      if (this.#at++ < text.length) continue;
      this.#at = 0;
      this.#config++;
    }
  }

  toString(): string {
    return `${this.places} places cut at, ${this.#config} whole configs`;
  }
}

/** Runs, and says how to see it again when a promise does not hold. */
function attempt(
  name: string,
  turn: number,
  text: string,
  run: () => void,
): void {
  try {
    run();
  } catch (error) {
    console.error(
      `fuzz: seed ${seed}, turn ${turn}, ${name}: ${error instanceof Error ? (error.stack ?? error.message) : "unknown error"}`,
    );
    console.error(
      JSON.stringify(text.length > 4000 ? `${text.slice(0, 4000)}…` : text),
    );
    process.exit(1);
  }
}

console.log(`fuzz: seed ${seed}, ${seconds} s`);
const counts = new Map<string, number>();
const cuts = new Cuts();
const until = Date.now() + seconds * 1000;
for (let turn = 0; Date.now() < until; turn++) {
  const names = Object.keys(makers);
  const name = names[turn % names.length] ?? "";
  const text = makers[name]?.() ?? "";
  attempt(name, turn, text, () => check(text));
  attempt("cuts", turn, "", () => cuts.next(4));
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
for (const [name, count] of counts) console.log(`  ${count} × ${name}`);
console.log(`  ${cuts.toString()}`);
console.log(
  `  json5 accepted ${judged.accepted} of them and refused ${judged.refused}`,
);
console.log(
  `fuzz: ${totals.characters} characters, ${totals.nodes} nodes, at most ${heaviest.reading.toFixed(0)} steps a character to read and ${heaviest.everything.toFixed(0)} for the rest, nothing broke`,
);
