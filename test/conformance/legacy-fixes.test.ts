import assert from "node:assert/strict";
import { resolve } from "node:path";
import { listCases, type Case } from "../../scripts/conformance/cases.ts";
import { fixAll } from "../../server/src/core/features/fix-all.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import type { Analysis } from "../../server/src/core/features/analysis.ts";
import { analysisOf, filesOf, verdictOf } from "./load-case.ts";
import { situation } from "../support/analyse.ts";

/** A value without what says nothing: empty objects, empty lists of fallbacks; agents by id. */
function meaningOf(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => meaningOf(item) ?? {});
    if (key === "fallbacks" && items.length === 0) return undefined;
    return key === "list"
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value)
    .map(([name, child]) => [name, meaningOf(child, name)] as const)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // Models are named by empty objects, which say something.
  return members.length === 0 && !key.includes("/")
    ? undefined
    : Object.fromEntries(members);
}

/** Cases with another fault, which is not for these fixes to repair. */
const stayRefused = new Set([
  "legacy/channels/hides-schema",
  "legacy/routing/unknown-beside",
]);

/** Both places hold a token, and one of them has to go to the `.env` file. */
const losesSecret = "legacy/channels/merge";

const isLegacy = ({ code }: { readonly code: string }): boolean =>
  code === "config.legacy_key";

async function repaired(
  each: Case,
): Promise<{ readonly before: Analysis; readonly after: Analysis }> {
  const files = await filesOf(each);
  const file = resolve(each.file);
  const before = analysisOf(file, files, situation.environment);
  const { text } = fixAll(before, { review: true, only: isLegacy });
  return { before, after: before.withTexts(new Map([[file, text]])) };
}

describe("fixes of legacy keys", () => {
  const cases = listCases().filter((each) =>
    verdictOf(each).empty.issues.some(({ stage }) => stage === "legacy"),
  );

  it("are tried on every legacy key there is", () => {
    const paths = new Set(
      cases.flatMap((each) =>
        verdictOf(each).empty.issues.map(({ path }) => path),
      ),
    );
    assert.equal(paths.size, 28);
  });

  it("leave a second token alone where the doctor would lose it", async () => {
    const each = cases.find(({ name }) => name === losesSecret);
    assert.ok(each);
    const { after } = await repaired(each);
    assert.equal(after.diagnosis.problems.filter(isLegacy).length, 1);
  });

  for (const each of cases) {
    // Another file is edited, or a second one beside it: one by one, and not by all fixes at once.
    if (["legacy/in-an-include", losesSecret].includes(each.name)) continue;
    it(`${each.name}: does what the release's own migrations do`, async () => {
      const { before, after } = await repaired(each);
      assert.deepEqual(
        after.diagnosis.problems.filter(isLegacy).map(({ path }) => path),
        [],
      );
      const { migrated } = verdictOf(each);
      const value = meaningOf(after.resolved.root?.toValue());
      // Where the release's migrations leave the file refused, ours may go further.
      if (migrated?.accepted === true)
        assert.deepEqual(value, meaningOf(migrated.value));
      assert.equal(after.diagnosis.accepted, !stayRefused.has(each.name));
      assert.deepEqual(
        parseJson5(after.resolved.document.text).comments.length,
        before.resolved.document.comments.length,
      );
    });
  }
});
