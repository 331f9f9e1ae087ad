import assert from "node:assert/strict";
import { walk } from "../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { syntaxProblems } from "../../server/src/core/json5/syntax-problems.ts";
import { benchText } from "../../scripts/bench/documents.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { tokensOf } from "../support/damage.ts";
import { Random } from "../../scripts/random.ts";

/** All on fewer lines: containers that fit on one line of 100 characters are written on one. */
function compact(text: string): string {
  let result = text;
  for (let before = ""; before !== result;) {
    before = result;
    result = result.replaceAll(
      /([{[])\n\s*([^{}[\]\n/]*(?:\n[^{}[\]\n/]*){0,4})\n\s*([}\]])/g,
      (whole, open: string, inner: string, close: string) => {
        const line = inner
          .split("\n")
          .map((part) => part.trim())
          .join(" ");
        return line.length < 100
          ? `${open} ${line.replace(/,$/, "")} ${close}`
          : whole;
      },
    );
  }
  return result;
}

/** All on one line, without comments: as programs write it. */
function oneLine(text: string): string {
  const blank = parseJson5(text).comments.map(({ offset, length }) => ({
    offset,
    length,
    content: "",
  }));
  return applyEdits(text, blank).replaceAll(/\n\s*/g, " ").trim() + "\n";
}

/** Ways to lay the same file out; every tenth has its only line. */
const layouts: readonly ((text: string) => string)[] = [
  (text) => text,
  compact,
  (text) => text.replaceAll(/^ +/gm, (space) => "\t".repeat(space.length / 2)),
  (text) => compact(text).replaceAll("\n", "\r\n"),
  (text) => text.replaceAll(/^ +/gm, (space) => space + space),
  compact,
  (text) => text,
  compact,
  (text) => text.replaceAll("\n", "\r\n"),
  oneLine,
];

const chance = new Random(20_260_124);
const random = (below: number): number => chance.below(below);
const documents = Array.from({ length: 200 }, (_, index) => {
  const form = index % 3 === 0 ? "json" : "json5";
  const text = benchText(60 + random(60), form, index);
  return layouts[index % layouts.length]?.(text) ?? text;
});

interface Outcome {
  readonly what: string;
  readonly count: number;
  readonly codes: string;
  /** Keys outside the damaged token that the tree no longer has at their place. */
  readonly lostKeys: number;
  /** What is still wrong after the only problem's repair; undefined when there is no such repair. */
  readonly afterRepair: string | undefined;
}

/** Where the keys of a text stand. */
const keysOf = (text: string): number[] =>
  [...walk(parseJson5(text).root)]
    .filter((node) => node.type === "property")
    .map((property) => property.offset);

/** One token deleted or duplicated, at up to 60 places of each file. */
function outcomes(): Outcome[] {
  const all: Outcome[] = [];
  for (const text of documents) {
    const tokens = tokensOf(text);
    const before = keysOf(text);
    for (let tries = 0; tries < 60; tries++) {
      const token = tokens[random(tokens.length)];
      if (!token) continue;
      const word = text.slice(token.offset, token.offset + token.length);
      const kind = /^[{}[\]:,]$/.test(word)
        ? word
        : /^["']/.test(word)
          ? "string"
          : "word";
      for (const [how, put] of [
        ["delete", ""],
        ["duplicate", word + (kind === "word" ? " " : "") + word],
      ] as const) {
        const damaged =
          text.slice(0, token.offset) +
          put +
          text.slice(token.offset + token.length);
        const { problems } = parseJson5(damaged);
        const end = token.offset + token.length;
        const shift = put.length - token.length;
        const left = new Set(keysOf(damaged));
        const lost = before.filter(
          (key) =>
            key !== token.offset && !left.has(key < end ? key : key + shift),
        );
        const repair = problems.length === 1 ? problems[0]?.repair : undefined;
        all.push({
          what: `${how} ${kind}${text.trim().includes("\n") ? "" : ", one line"}`,
          count: problems.length,
          codes: codesOf(problems),
          lostKeys: lost.length,
          afterRepair:
            repair &&
            codesOf(parseJson5(applyEdits(damaged, repair.edits)).problems),
        });
      }
    }
  }
  return all;
}

const codesOf = (problems: readonly { readonly code: string }[]): string =>
  problems.map(({ code }) => code).join(" ");

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

describe("one mistake in a JSON5 file", () => {
  let all: Outcome[] = [];
  before(() => {
    all = outcomes();
    if (process.env["SHOW_DAMAGE"]) show(all);
  });

  it("starts from legal files", () => {
    for (const text of documents)
      assert.deepEqual(parseJson5(text).problems, []);
  });

  it("gives one message: the median is 1, the 95th percentile at most 2", () => {
    // A deleted trailing comma, or a deleted comma before a closing bracket, leaves a legal file.
    const counts = all
      .filter(({ what, count }) => count > 0 || !what.startsWith("delete ,"))
      .map(({ count }) => count)
      .sort((a, b) => a - b);
    assert.ok(counts.length > 20_000, `only ${counts.length} mistakes`);
    assert.equal(quantile(counts, 0.5), 1);
    assert.ok(
      quantile(counts, 0.95) <= 2,
      `the 95th percentile is ${quantile(counts, 0.95)}`,
    );
    assert.ok(quantile(counts, 0.02) >= 1, "a mistake was not noticed");
  });

  it("gives one message for each kind of damage, where a file is written over lines", () => {
    const kinds = new Map<string, number[]>();
    for (const { what, count } of all) {
      if (what.endsWith("one line")) continue;
      kinds.set(what, [...(kinds.get(what) ?? []), count]);
    }
    assert.equal(kinds.size, 16);
    for (const [what, counts] of kinds)
      assert.ok(
        quantile(
          counts.sort((a, b) => a - b),
          0.95,
        ) <= 1,
        what,
      );
  });

  it("loses one property, not the rest", () => {
    const lost = all.map(({ lostKeys }) => lostKeys).sort((a, b) => a - b);
    assert.equal(quantile(lost, 0.5), 0);
    assert.ok(
      quantile(lost, 0.95) <= 1,
      `the 95th percentile is ${quantile(lost, 0.95)}`,
    );
  });

  it("is mended by the repair offered, when it is the only problem", () => {
    const repairs = all.filter(({ afterRepair }) => afterRepair !== undefined);
    assert.ok(repairs.length > 10_000, `only ${repairs.length} repairs`);
    for (const { what, codes, afterRepair } of repairs)
      assert.equal(afterRepair, "", `${what}: ${codes}`);
  });

  it("is told in codes that have a page", () => {
    const known = new Set<string>(syntaxProblems.map(({ code }) => code));
    const told = new Set(
      all.flatMap(({ codes }) => (codes === "" ? [] : codes.split(" "))),
    );
    assert.ok(told.size >= 6, [...told].join(" "));
    for (const code of told) assert.ok(known.has(code), code);
  });
});

function show(all: readonly Outcome[]): void {
  for (const what of [...new Set(all.map((outcome) => outcome.what))].sort()) {
    const of = all.filter((outcome) => outcome.what === what);
    const counts = of.map(({ count }) => count).sort((a, b) => a - b);
    const lost = of.map(({ lostKeys }) => lostKeys).sort((a, b) => a - b);
    const codes = new Map<string, number>();
    for (const outcome of of)
      codes.set(outcome.codes, (codes.get(outcome.codes) ?? 0) + 1);
    const common = [...codes].sort((a, b) => b[1] - a[1]).slice(0, 4);
    console.log(
      `${what.padEnd(28)} n ${of.length} median ${quantile(counts, 0.5)} p95 ${quantile(counts, 0.95)} max ${counts.at(-1)} lost p95 ${quantile(lost, 0.95)} max ${lost.at(-1)}`,
      common
        .map(([code, count]) => `${count}× ${code.slice(0, 90) || "none"}`)
        .join(" | "),
    );
  }
}
