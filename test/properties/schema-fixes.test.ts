import assert from "node:assert/strict";
import { RandomConfigs } from "../../scripts/schema/random-config.ts";
import { changedValue } from "../../server/src/core/config/change-values.ts";
import { configShape } from "../../server/src/core/schema/shape.ts";
import {
  validateSchema,
  type SchemaProblem,
} from "../../server/src/core/schema/validate-schema.ts";
import { rootOfText } from "../core/schema/resolved.ts";

const identity = ({ code, path }: SchemaProblem): string =>
  JSON.stringify([code, path]);

describe("fixes of schema problems", () => {
  it("take their problem away and, but for what they move, bring no other", () => {
    const configs = new RandomConfigs(11, configShape());
    let exercised = 0;
    const codes = new Set<string>();
    for (let round = 0; round < 1500; round++) {
      const text = JSON.stringify(configs.damaged());
      const root = rootOfText(text);
      const problems = validateSchema(root);
      const before = new Set(problems.map(identity));
      for (const problem of problems) {
        for (const fix of problem.fixes) {
          assert.ok("changes" in fix);
          exercised += 1;
          codes.add(problem.code);
          const value = changedValue(root.toValue(), fix.changes);
          const after = validateSchema(rootOfText(JSON.stringify(value)));
          const about = `${problem.message}: ${fix.title}\n${text}`;
          assert.ok(
            !after.some((left) => identity(left) === identity(problem)) ||
              isItem(problem),
            about,
          );
          // Indices shift when an item goes; a value that is moved brings its own faults along.
          if (isItem(problem) || fix.changes.some(({ op }) => op !== "set"))
            continue;
          const added = after.filter((left) => !before.has(identity(left)));
          assert.deepEqual(added.map(identity), [], about);
        }
      }
    }
    assert.ok(exercised > 2000, `only ${exercised} fixes were exercised`);
    assert.ok(codes.size >= 7, `only of ${[...codes].join(", ")}`);
  }).timeout(60_000);

  it("and messages survive keys that objects have by themselves, and odd ones", () => {
    const keys = [
      "__proto__",
      "constructor",
      "hasOwnProperty",
      "toString",
      "a.b",
      'a"b',
      "a/b",
      "",
      "😀",
      "[]",
      "*",
      "x".repeat(5000),
    ];
    let told = 0;
    for (const key of keys) {
      const quoted = JSON.stringify(key);
      const texts = [
        `{ ${quoted}: 1 }`,
        `{ gateway: { ${quoted}: { a: 1 } } }`,
        `{ agents: { ${quoted}: {} , list: [{ ${quoted}: 1 }] } }`,
        `{ browser: { profiles: { ${quoted}: {} } } }`,
        `{ models: { providers: { ${quoted}: {} } } }`,
        `{ channels: { telegram: { groups: [${quoted}], accounts: { ${quoted}: 5 } }, ${quoted}: { a: 1 } } }`,
        `{ plugins: { entries: { ${quoted}: { config: { ${quoted}: 1 } }, telegram: { config: { ${quoted}: 1 } } } } }`,
        `{ gateway: { bind: ${quoted} }, ui: { seamColor: ${quoted} } }`,
      ];
      for (const text of texts) {
        const root = rootOfText(text);
        for (const problem of validateSchema(root)) {
          told += 1;
          assert.ok(
            problem.message.length < 600,
            `${problem.message.length} characters`,
          );
          for (const fix of problem.fixes)
            if ("changes" in fix) changedValue(root.toValue(), fix.changes);
        }
      }
    }
    assert.ok(told > 100, `only ${told} problems were told`);
  });
});

const isItem = ({ path }: SchemaProblem): boolean =>
  path.some((key) => typeof key === "number");
