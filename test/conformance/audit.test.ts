import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Severity } from "../../server/src/core/rules/rule.ts";
import { analyse } from "../support/analyse.ts";
import { isRecord } from "../support/is-record.ts";

/** A config, and what the real audit says about it, as `severity id`. */
interface Recorded {
  readonly config: object;
  readonly audit: readonly string[];
}

const isRecorded = (value: unknown): value is Recorded =>
  isRecord(value) && isRecord(value.config) && Array.isArray(value.audit);

const recorded: unknown = JSON.parse(
  readFileSync("test/conformance/audit/recorded.json", "utf8"),
);
assert.ok(
  Array.isArray(recorded) && recorded.every(isRecorded),
  "recorded.json: npm run record-audit",
);

const auditWords: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "warn",
  info: "info",
  hint: "hint",
};

/** What a text cannot answer, and the summary that counts the rest. */
const isTold = (line: string): boolean =>
  !/ (?:summary\.attack_surface|fs\.)/.test(line);

const ours = (config: object): readonly string[] =>
  analyse(JSON.stringify(config), { profile: "upstream" })
    .diagnosis.problems.filter(({ upstream }) => upstream !== undefined)
    .map(({ upstream, severity }) => `${auditWords[severity]} ${upstream}`)
    .sort();

describe("the audit of the release", () => {
  const atOnce = 50;
  for (let start = 0; start < recorded.length; start += atOnce) {
    const some = recorded.slice(start, start + atOnce);
    it(`says the same as profile upstream, each finding as often (${start} to ${start + some.length - 1})`, () => {
      const differences = some.flatMap(({ config, audit }) => {
        const [said, theirs] = [ours(config), audit.filter(isTold)];
        return JSON.stringify(said) === JSON.stringify(theirs)
          ? []
          : [
              {
                config: JSON.stringify(config),
                "we alone": less(said, theirs),
                "the audit alone": less(theirs, said),
              },
            ];
      });
      assert.deepEqual(differences, []);
    });
  }

  it("is asked about enough, and about each of its checks", () => {
    assert.ok(recorded.length >= 250, `${recorded.length} configs`);
    const counts = new Map<string, number>();
    for (const { audit } of recorded) {
      for (const line of audit.filter(isTold)) {
        const id = line
          .replace(/^\S+ /, "")
          .replace(/^channels\.[^.]+\.(dm\.|warning)/, "channels.*.$1")
          .replace(/allowFrom\.[^.]+\.(wildcard|large)$/, "allowFrom.*.$1");
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    const rare = [...counts].filter(([, count]) => count < 3);
    assert.deepEqual(rare, []);
    assert.ok(counts.size >= 37, `${counts.size} checks`);
  });
});

/** The items of one list that the other has not, or not as often. */
function less(
  from: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const left = [...from];
  for (const item of taken) {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}
