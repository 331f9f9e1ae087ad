import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describeSetting } from "../../../server/src/core/schema/describe-path.ts";
import { parseSettingDocs } from "../../../server/src/core/schema/generated/setting-docs.js";
import type { SettingPattern } from "../../../server/src/core/config/config-paths.generated.ts";
import {
  docOf,
  type SettingDocs,
} from "../../../server/src/core/schema/setting-docs.ts";
import { fill, stepsOf } from "../../../server/src/core/schema/setting-path.ts";
import {
  channelShapes,
  configShape,
  type ShapeCursor,
} from "../../../server/src/core/schema/shape.ts";

import { isRecord } from "../../support/is-record.ts";

const doc = (title: string) => ({ title, text: `${title}.` });

describe("docOf", () => {
  const docs: SettingDocs = {
    entries: {
      "a.b": doc("b of a"),
      "a.b.c": doc("c of a"),
      "a.list": doc("list of a"),
      "x.b": doc("own b of x"),
    },
    same: {
      x: "a",
      "y.items[]": "x",
      "loop.one": "loop.two",
      "loop.two": "loop.one",
    },
  };
  const cases: readonly (readonly [
    pattern: string,
    title: string | undefined,
  ])[] = [
    ["a.b", "b of a"],
    ["x.b", "own b of x"],
    ["x.b.c", "c of a"],
    ["y.items[].b", "own b of x"],
    ["y.items[].b.c", "c of a"],
    ["xy.b", undefined],
    ["a.bc", undefined],
    ["y.items", undefined],
    ["loop.one.z", undefined],
    ["toString", undefined],
  ];
  for (const [pattern, title] of cases) {
    it(`${pattern}: ${title ?? "nothing"}`, () =>
      assert.equal(docOf(docs, pattern)?.title, title));
  }
});

describe("describeSetting", () => {
  it("says what an allowed value means, what is the default and what is safe", () => {
    const bind = describeSetting(["gateway", "bind"]);
    assert.ok(bind !== undefined);
    assert.equal(bind.pattern, "gateway.bind" satisfies SettingPattern);
    assert.equal(bind.type, "text");
    assert.deepEqual(bind.values?.map(([value]) => value).toSorted(), [
      "auto",
      "custom",
      "lan",
      "loopback",
      "tailnet",
    ]);
    assert.ok(bind.values?.every(([, meaning]) => meaning !== ""));
    assert.equal(bind.default, "loopback");
    assert.equal(bind.safe, "loopback");
    assert.equal(bind.restart, true);
    assert.match(bind.page ?? "", /^https:\/\/docs\.clawd\.bot\/gateway\//);
  });

  const patterns: readonly (readonly [
    path: readonly (string | number)[],
    pattern: string | undefined,
    type?: string,
  ])[] = [
    [["gateway", "port"], "gateway.port", "a whole number"],
    [
      ["channels", "telegram", "accounts", "work.phone", "dmPolicy"],
      "channels.telegram.accounts.*.dmPolicy",
      "text",
    ],
    [
      ["channels", "telegram", "allowFrom"],
      "channels.telegram.allowFrom",
      "a list of texts or numbers",
    ],
    [
      ["channels", "telegram", "allowFrom", 3],
      "channels.telegram.allowFrom[]",
      "text or a number",
    ],
    [
      ["channels", "telegram", "capabilities", "inlineButtons"],
      "channels.telegram.capabilities.inlineButtons",
      "text",
    ],
    [
      ["channels", "telegram", "capabilities", 0],
      "channels.telegram.capabilities[]",
      "text",
    ],
    [
      ["channels", "matrix", "dm", "policy"],
      "channels.matrix.dm.policy",
      "text",
    ],
    [
      ["channels", "line", "accounts", "a", "groups", "b", "requireMention"],
      "channels.line.accounts.*.groups.*.requireMention",
      "true or false",
    ],
    [
      ["agents", "list", 0, "model"],
      "agents.list[].model",
      "text or an object",
    ],
    [["commands", "native"], "commands.native", "text or true or false"],
    [["env", "SOME_NAME"], "env.*", "text"],
    [["gateway", "nothing"], undefined],
    [["gateway", "port", "deeper"], undefined],
    [["agents", "list", "x"], undefined],
    [["constructor"], undefined],
    [["__proto__"], undefined],
    [[], undefined],
  ];
  for (const [path, pattern, type] of patterns) {
    it(`${path.join(".") || "the root"} is ${pattern ?? "no setting"}`, () => {
      const description = describeSetting([...path]);
      assert.equal(description?.pattern, pattern);
      assert.equal(description?.type, type);
    });
  }

  it("has a title and a text for every setting of the schema, its items and the keys of plugin channels", () => {
    const described = [
      ...allPatterns(configShape()),
      ...pluginChannelPatterns(),
    ];
    assert.ok(
      described.length > 2400,
      `only ${described.length} settings were found`,
    );
    const silent = described.filter((pattern) => {
      const captures = stepsOf(pattern).flatMap<string | number>((step) =>
        step === "*" ? ["any name"] : step === "[]" ? [0] : [],
      );
      const description = describeSetting(fill(pattern, captures));
      return (
        description === undefined ||
        description.title === "" ||
        description.text === ""
      );
    });
    assert.deepEqual(silent, []);
  });

  it("is written into the schema for other tools: words at every place, a meaning for every value", () => {
    const schema: unknown = JSON.parse(
      readFileSync("schemas/clawdbot.schema.json", "utf8"),
    );
    const silent: string[] = [];
    let places = 0;
    const visit = (node: unknown, path: string, isBranch: boolean): void => {
      if (!isRecord(node)) return;
      // What takes anything has no setting to explain.
      if (Object.keys(node).length === 0) return;
      places++;
      const hasWords =
        typeof node["title"] === "string" &&
        typeof node["markdownDescription"] === "string";
      if (!isBranch && path !== "" && !hasWords) silent.push(path);
      const values = node["enum"];
      const meanings = node["enumDescriptions"];
      if (
        Array.isArray(values) &&
        !(
          Array.isArray(meanings) &&
          meanings.length === values.length &&
          meanings.every((meaning) => meaning !== "")
        )
      )
        silent.push(`${path} (values)`);
      for (const [key, child] of Object.entries(
        isRecord(node["properties"]) ? node["properties"] : {},
      ))
        visit(child, path === "" ? key : `${path}.${key}`, false);
      visit(node["additionalProperties"], `${path}.*`, false);
      visit(node["items"], `${path}[]`, false);
      for (const branch of Array.isArray(node["anyOf"]) ? node["anyOf"] : [])
        visit(branch, path, true);
    };
    visit(schema, "", false);
    assert.deepEqual(silent, []);
    assert.ok(places > 2000, `only ${places} places`);
  });

  it("knows what a number counts where its key says so", () => {
    const unit = /(Ms|Seconds|timeoutSec|Minutes|[a-z]Hours|Days|Bytes|Mb)$/;
    const counted = allPatterns(configShape()).filter(
      (pattern) => unit.test(pattern) && !pattern.endsWith("activeHours"),
    );
    assert.ok(counted.length > 100, `only ${counted.length} settings`);
    const without = counted.filter((pattern) => {
      const captures = stepsOf(pattern).flatMap<string | number>((step) =>
        step === "*" ? ["any name"] : step === "[]" ? [0] : [],
      );
      return describeSetting(fill(pattern, captures))?.unit === undefined;
    });
    assert.deepEqual(without, []);
  });

  it("describes channels that only a plugin knows, and those that nobody knows", () => {
    for (const id of ["matrix", "some-channel"]) {
      const policy = describeSetting(["channels", id, "dmPolicy"]);
      const account = describeSetting([
        "channels",
        id,
        "accounts",
        "one",
        "dmPolicy",
      ]);
      if (id === "matrix") assert.equal(policy, undefined);
      else assert.notEqual(policy?.text ?? "", "");
      assert.equal(account?.text, policy?.text);
    }
    const nested = describeSetting(["channels", "matrix", "dm", "policy"]);
    assert.notEqual(nested?.text ?? "", "");
  });

  it("has no documentation of settings that do not exist", () => {
    const known = new Set([
      ...allPatterns(configShape()),
      ...pluginChannelPatterns(),
    ]);
    // What is said of any channel has to be true of some that only a plugin knows.
    for (const pattern of pluginChannelPatterns()) {
      known.add(pattern.replace(/^channels\.[^.]+/, "channels.*"));
    }
    const docs = parseSettingDocs();
    const unknown = [
      ...Object.keys(docs.entries),
      ...Object.keys(docs.same),
      ...Object.values(docs.same),
    ].filter((pattern) => !known.has(pattern));
    assert.deepEqual(unknown, []);
  });

  it("explains the allowed values, all of them and no others", () => {
    const docs = parseSettingDocs();
    const wrong: string[] = [];
    let explained = 0;
    for (const pattern of allPatterns(configShape())) {
      const captures = stepsOf(pattern).flatMap<string | number>((step) =>
        step === "*" ? ["any name"] : step === "[]" ? [0] : [],
      );
      const values = describeSetting(fill(pattern, captures))?.values ?? [];
      const meanings = docOf(docs, pattern)?.values ?? {};
      explained += values.length;
      const allowed = new Set(values.map(([value]) => String(value)));
      if (
        values.some(([, meaning]) => meaning === "") &&
        !pattern.endsWith("[]")
      )
        wrong.push(`${pattern} has a value without a meaning`);
      for (const name of Object.keys(meanings))
        if (!allowed.has(name)) wrong.push(`${pattern} does not allow ${name}`);
    }
    assert.ok(explained > 300, `only ${explained} values`);
    assert.deepEqual(wrong, []);
  });
});

function allPatterns(shape: ShapeCursor, prefix = ""): readonly string[] {
  return shape.branches.flatMap((branch) => {
    const { additionalProperties, items } = branch.shape;
    const below = (step: string): string =>
      prefix === "" ? step : `${prefix}.${step}`;
    return [
      ...(prefix === "" ? [] : [prefix]),
      ...branch.keys.flatMap((key) => {
        const child = branch.property(key);
        return child === undefined ? [] : allPatterns(child, below(key));
      }),
      ...(typeof additionalProperties === "object" &&
      Object.keys(additionalProperties).length > 0
        ? allPatterns(branch.to(additionalProperties), below("*"))
        : []),
      ...(items === undefined ? [] : allPatterns(branch.items, `${prefix}[]`)),
    ];
  });
}

function pluginChannelPatterns(): readonly string[] {
  return [...channelShapes()].flatMap(([id, shape]) =>
    allPatterns(shape, `channels.${id}`),
  );
}
