import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import {
  configGate,
  pluginGates,
} from "../../server/src/core/schema/generated/gates.js";
import { faultsIn } from "../../server/src/core/schema/interpret.ts";
import {
  configShape,
  pluginShapes,
} from "../../server/src/core/schema/shape.ts";
import { RandomConfigs } from "../../scripts/schema/random-config.ts";
import { rootOfText } from "../core/schema/resolved.ts";

const rounds = 4000;

function compiled(file: string): ValidateFunction {
  const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
  assert.ok(typeof schema === "object" && schema !== null);
  return new Ajv({ strict: false, logger: false }).compile(schema);
}

describe("the compiled gate", () => {
  it("accepts what the release's schema accepts, and so does the documented schema", () => {
    const release = compiled("schemas/clawdbot.validation.json");
    const documented = compiled("schemas/clawdbot.schema.json");
    const configs = new RandomConfigs(20260124, configShape());
    let refused = 0;
    for (let round = 0; round < rounds; round++) {
      const config = round % 4 === 0 ? configs.accepted() : configs.damaged();
      const verdict = release(config);
      if (!verdict) refused += 1;
      assert.equal(configGate(config), verdict, JSON.stringify(config));
      assert.equal(documented(config), verdict, JSON.stringify(config));
    }
    assert.ok(
      refused > rounds / 2,
      `only ${refused} of ${rounds} were refused`,
    );
    assert.ok(
      refused < (rounds * 3) / 4,
      `${refused} of ${rounds} were refused: the accepted ones are missing`,
    );
  }).timeout(30_000);

  it("refuses exactly those configs in which the interpreter finds a fault", () => {
    const configs = new RandomConfigs(3, configShape());
    let refused = 0;
    const kinds = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      // A reference is unknown text to the interpreter, and known text to the gate.
      const text = JSON.stringify(
        round % 4 === 0 ? configs.accepted() : configs.damaged(),
      ).replaceAll("${NAME}", "$NAME");
      const root = rootOfText(text);
      const faults = faultsIn(configShape(), root);
      for (const { kind } of faults) kinds.add(kind);
      if (faults.length > 0) refused += 1;
      assert.equal(configGate(root.toValue()), faults.length === 0, text);
    }
    assert.ok(
      refused > rounds / 2,
      `only ${refused} of ${rounds} were refused`,
    );
    assert.deepEqual(
      [...kinds].sort(),
      [
        "enum",
        "key-name",
        "length",
        "missing-key",
        "pattern",
        "range",
        "type",
        "unknown-key",
      ],
      "each kind of fault has to occur",
    );
  }).timeout(30_000);

  it("never refuses more because a string holds a reference", () => {
    const configs = new RandomConfigs(5, configShape());
    let exercised = 0;
    for (let round = 0; round < rounds; round++) {
      const text = JSON.stringify(configs.accepted());
      const withReferences = text.replace(
        /:"(text|x\/y-1|main|open|allowlist|lan|auto)"/g,
        ':"${SOME_NAME}"',
      );
      if (withReferences === text) continue;
      exercised += 1;
      assert.deepEqual(
        faultsIn(configShape(), rootOfText(withReferences)),
        [],
        withReferences,
      );
    }
    assert.ok(exercised > 1000, `only ${exercised} held a reference`);
  }).timeout(30_000);

  it("knows the settings of each bundled plugin", () => {
    assert.equal(pluginGates.size, 28);
    let refused = 0;
    for (const [id, shape] of pluginShapes()) {
      const gate = pluginGates.get(id);
      assert.ok(gate !== undefined, id);
      assert.equal(
        gate({ noSuchSetting: 1 }),
        faultsIn(shape, rootOfText("{ noSuchSetting: 1 }")).length === 0,
        id,
      );
      const configs = new RandomConfigs(7, shape);
      for (let round = 0; round < 60; round++) {
        const config = round % 2 === 0 ? configs.accepted() : configs.damaged();
        const text = JSON.stringify(config).replaceAll("${NAME}", "$NAME");
        const root = rootOfText(text);
        const isAccepted: boolean = gate(root.toValue());
        if (!isAccepted) refused += 1;
        assert.equal(
          isAccepted,
          faultsIn(shape, root).length === 0,
          `${id}: ${text}`,
        );
      }
    }
    assert.ok(refused > 300, `only ${refused} were refused`);
  });

  it("counts characters, not UTF-16 units, and takes no number without an end, as the program does", () => {
    for (const [count, isAccepted] of [
      [26, true],
      [50, true],
      [51, false],
    ] as const) {
      const config = { ui: { assistant: { name: "😀".repeat(count) } } };
      assert.equal(configGate(config), isAccepted);
      assert.equal(
        faultsIn(configShape(), rootOfText(JSON.stringify(config))).length ===
          0,
        isAccepted,
      );
    }
    assert.equal(configGate({ gateway: { port: Infinity } }), false);
    assert.equal(
      configGate({ agents: { defaults: { mediaMaxMb: NaN } } }),
      false,
    );
  });
});
