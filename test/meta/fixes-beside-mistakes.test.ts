import assert from "node:assert/strict";
import { proveFix } from "../../server/src/core/features/prove-fix.ts";
import { registry } from "../../server/src/core/rules/registry.generated.ts";
import { analyse } from "../support/analyse.ts";

/** Properties with a mistake in each, which have nothing to do with any rule's example. */
const mistakes = [
  "zzUnknown: 1,",
  "zz: { level: True },",
  "# a remark\n",
  "zz: “a”,",
  "zz: no quotes,",
];

/** The text with the property as the first one, and as the last. */
function placesFor(text: string, property: string): readonly string[] {
  const first = text.indexOf("{") + 1;
  const end = text.lastIndexOf("}");
  const before = text.slice(0, end).trimEnd();
  const comma = /[{,]$/.test(before) ? "" : ",";
  return [
    `${text.slice(0, first)} ${property} ${text.slice(first)}`,
    `${before}${comma} ${property} ${text.slice(end)}`,
  ];
}

/** The titles of the fixes that are offered for a rule's findings. */
const offered = (text: string, code: string): ReadonlySet<string> => {
  const analysis = analyse(text);
  return new Set(
    analysis.diagnosis.problems
      .filter((problem) => problem.code === code)
      .flatMap((problem) =>
        problem.fixes
          .filter((fix) => "proven" in proveFix(analysis, problem, fix))
          .map(({ title }) => title),
      ),
  );
};

describe("a fix", () => {
  it("is offered whatever other mistakes stand before or behind it", () => {
    let exercised = 0;
    const lost: string[] = [];
    // What is on the machine belongs to the file as it lies there.
    for (const { code, docs } of registry.filter(({ docs }) => !docs.machine)) {
      const usual = offered(docs.bad, code);
      for (const mistake of mistakes) {
        for (const text of placesFor(docs.bad, mistake)) {
          const still = offered(text, code);
          for (const title of usual) {
            exercised++;
            if (!still.has(title)) lost.push(`${code}: ${title}\n${text}`);
          }
        }
      }
    }
    assert.deepEqual(lost, []);
    assert.ok(exercised > 2000, `only ${exercised} fixes were exercised`);
  });
});
