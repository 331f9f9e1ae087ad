import assert from "node:assert/strict";
import { changedValue } from "../../../server/src/core/config/change-values.ts";
import type { ConfigNode } from "../../../server/src/core/config/config-node.ts";
import { misreadValues } from "../../../server/src/core/dialects/clawdbot/misread-values.ts";
import { movedKeys } from "../../../server/src/core/dialects/clawdbot/moved-keys.ts";
import { skeletons } from "../../../server/src/core/dialects/clawdbot/skeletons.ts";
import type {
  JSONPath,
  JsonValue,
} from "../../../server/src/core/json5/nodes.ts";
import {
  endsWith,
  fill,
  stepsOf,
} from "../../../server/src/core/schema/setting-path.ts";
import {
  configShape,
  type ShapeCursor,
} from "../../../server/src/core/schema/shape.ts";
import {
  validateSchema,
  type SchemaProblem,
} from "../../../server/src/core/schema/validate-schema.ts";
import { rootOfText } from "./resolved.ts";

/** A name and index for every `*` and `[]` of a pattern. */
const examplePath = (pattern: string): JSONPath => {
  const captures = stepsOf(pattern).flatMap<string | number>((step) =>
    step === "*" ? ["one"] : step === "[]" ? [0] : [],
  );
  return fill(pattern, captures);
};

/** A config that holds nothing but a value at a path. */
const configWith = (path: JSONPath, value: JsonValue): JsonValue =>
  path.reduceRight<JsonValue>(
    (inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }),
    value,
  );

/** The plainest value of a shape: never a guess about what it means. */
function exampleOf(wanted: ShapeCursor | undefined): JsonValue {
  const [branch] = wanted?.branches ?? [];
  if (branch === undefined) return "text";
  const { shape } = branch;
  const [first] = shape.enum ?? [];
  if (first !== undefined) return first;
  const type = [shape.type].flat()[0];
  if (type === "object") {
    return Object.fromEntries(
      (shape.required ?? []).map((key) => [
        key,
        exampleOf(branch.property(key)),
      ]),
    );
  }
  if (type === "array") return [];
  return type === "boolean"
    ? true
    : type === "integer" || type === "number"
      ? (shape.minimum ?? 1)
      : "text";
}

const isAt = (path: JSONPath) => (problem: SchemaProblem) =>
  JSON.stringify(problem.path) === JSON.stringify(path);

/** The config after a fix, as a tree. */
function fixed(
  root: ConfigNode,
  problem: SchemaProblem,
  index = 0,
): ConfigNode {
  const fix = problem.fixes[index];
  assert.ok(fix !== undefined && "changes" in fix, "there is no fix");
  return rootOfText(JSON.stringify(changedValue(root.toValue(), fix.changes)));
}

describe("the tables behind the messages", () => {
  for (const row of movedKeys) {
    it(`${row.from} is refused, and what it says helps`, () => {
      const path = examplePath(row.from);
      const target =
        row.to ??
        (row.toEachChannel === undefined
          ? undefined
          : `channels.telegram.${row.toEachChannel}`);
      if (row.to !== undefined)
        assert.ok(
          configShape().at(examplePath(row.to)),
          `${row.to} is no setting`,
        );
      for (const [, to] of row.parts ?? [])
        assert.ok(configShape().at(examplePath(to)), `${to} is no setting`);
      const value: JsonValue =
        row.byValue?.[0]?.when ??
        (row.parts === undefined
          ? exampleOf(
              target === undefined
                ? undefined
                : configShape().at(examplePath(target)),
            )
          : Object.fromEntries(
              row.parts
                .slice(0, 1)
                .map(([below, to]) => [
                  below.split(".")[0] ?? "",
                  below.includes(".")
                    ? {}
                    : exampleOf(configShape().at(examplePath(to))),
                ]),
            ));
      const wrong = JSON.stringify(configWith(path, value));
      const text =
        row.toEachChannel === undefined
          ? wrong
          : wrong.replace("{", '{"channels":{"telegram":{}},');
      const root = rootOfText(text);
      const before = validateSchema(root);
      const problem = before.find(isAt(path));
      assert.ok(problem !== undefined, "it is not refused");
      assert.equal(problem.code, "schema.unknown_key");
      assert.ok(problem.message.includes(row.note), problem.message);
      // A secret that has no place to go is not taken away.
      if (problem.fixes.length === 0) {
        assert.match(row.from, /^auth\.profiles/);
        return;
      }
      const after = validateSchema(fixed(root, problem));
      assert.ok(!after.some(isAt(path)), "it is still there");
      const unknown = after.filter(({ code }) => code !== "schema.missing_key");
      const unknownBefore = before.filter(
        ({ code }) => code !== "schema.missing_key",
      );
      assert.ok(
        unknown.length < unknownBefore.length,
        `the fix brings ${JSON.stringify(unknown)}`,
      );
    });
  }

  for (const row of misreadValues) {
    it(`${row.settings.join(", ")}: what is meant is allowed, what is written is not`, () => {
      const settings = allSettings().filter((setting) =>
        row.settings.some((end) => endsWith(setting, end)),
      );
      assert.ok(settings.length > 0, "no setting ends so");
      let used = 0;
      for (const path of settings) {
        const values = (configShape().at(path)?.branches ?? []).flatMap(
          ({ shape }) =>
            shape.type === "boolean" ? [true, false] : (shape.enum ?? []),
        );
        if (values.length === 0) continue;
        for (const [written, meant] of Object.entries(row.meant)) {
          if (!values.includes(meant)) continue;
          used += 1;
          assert.ok(
            !values.includes(written),
            `${written} is allowed in ${path.join(".")}`,
          );
          const root = rootOfText(JSON.stringify(configWith(path, written)));
          const problem = validateSchema(root).find(isAt(path));
          assert.ok(
            problem?.code === "schema.enum",
            `${path.join(".")}: ${written}`,
          );
          assert.equal(fixed(root, problem).find(path)?.scalar, meant);
        }
        for (const meant of Object.keys(row.careful ?? {})) {
          assert.ok(
            Object.values(row.meant).includes(meant),
            `${meant} is never meant`,
          );
        }
      }
      const meanings = Object.keys(row.meant).length;
      assert.ok(
        used >= meanings,
        `of ${meanings} meanings, only ${used} fit a setting`,
      );
    });
  }

  for (const row of skeletons) {
    it(`${row.setting}: the skeleton is accepted`, () => {
      const path = examplePath(row.setting);
      const key = path.at(-1);
      assert.ok(typeof key === "string");
      const parent = path.slice(0, -1);
      const whole = exampleOf(configShape().at(parent));
      assert.ok(
        typeof whole === "object" &&
          whole !== null &&
          !Array.isArray(whole) &&
          key in whole,
        "the key is not required",
      );
      const lacking = Object.fromEntries(
        Object.entries(whole).filter(([name]) => name !== key),
      );
      const root = rootOfText(JSON.stringify(configWith(parent, lacking)));
      const problem = validateSchema(root).find(isAt(path));
      assert.ok(problem?.code === "schema.missing_key");
      assert.ok(
        !validateSchema(fixed(root, problem)).some(
          ({ path: at }) => at.join() === path.join(),
        ),
      );
    });
  }
});

let known: readonly JSONPath[] | undefined;

/** Every setting of the schema, with an example name for each map. */
function allSettings(): readonly JSONPath[] {
  if (known !== undefined) return known;
  const found: JSONPath[] = [];
  const visit = (wanted: ShapeCursor, path: JSONPath): void => {
    found.push(path);
    for (const branch of wanted.branches) {
      for (const key of branch.keys) {
        const below = branch.property(key);
        if (below !== undefined) visit(below, [...path, key]);
      }
      const { additionalProperties, items } = branch.shape;
      if (typeof additionalProperties === "object")
        visit(branch.to(additionalProperties), [...path, "one"]);
      if (items !== undefined) visit(branch.items, [...path, 0]);
    }
  };
  visit(configShape(), []);
  known = found;
  return found;
}
