import assert from "node:assert/strict";
import type {
  ListedFile,
  MachineExample,
} from "../../../server/src/core/config/machine-example.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import type { Rule } from "../../../server/src/core/rules/rule.ts";
import { analyse } from "../../support/analyse.ts";
import { findingsOf } from "../../support/check-rule.ts";

const pathIn = (line: ListedFile): string =>
  line.replace(/^\S+ /, "").replace(/ -> .*$/, "");

/** A state folder as Clawdbot makes it, with other lines beside or in place of its own. */
export function stateWith(
  ...lines: readonly ListedFile[]
): MachineExample & { readonly files: readonly ListedFile[] } {
  const own: readonly ListedFile[] = [
    "drwx------ ~/.clawdbot",
    "-rw------- ~/.clawdbot/clawdbot.json",
  ];
  const given = new Set(lines.map(pathIn));
  return {
    files: [...own.filter((line) => !given.has(pathIn(line))), ...lines],
  };
}

export const plain = `{ gateway: { mode: "local" } }`;

/** What the rule says of each line, beside what Clawdbot makes by itself: whether it speaks. */
export function speaksOf(
  rule: Rule,
  text: string,
  table: readonly (readonly [ListedFile, boolean])[],
): void {
  for (const [line, isExpected] of table) {
    it(`${isExpected ? "speaks" : "is silent"} about ${line}`, () => {
      const found = findingsOf(rule, text, { machine: stateWith(line) });
      assert.equal(found.length, isExpected ? 1 : 0);
    });
  }
}

/** The permissions that the rule's repairs leave, by path; each repair has been proved. */
export function repairsOf(
  rule: Rule,
  text: string,
  machine: MachineExample,
): readonly (readonly [string, number])[] {
  const analysis = analyse(text, { machine });
  return analysis.diagnosis.problems
    .filter(({ code }) => code === rule.code)
    .flatMap((problem) => provenFixes(analysis, problem))
    .flatMap(({ permissions }) => permissions)
    .map(({ path, permissions }) => [path, permissions]);
}
