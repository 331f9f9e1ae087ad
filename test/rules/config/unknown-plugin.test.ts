import assert from "node:assert/strict";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { configUnknownPlugin } from "../../../server/src/core/rules/config/unknown-plugin.ts";
import { analyse } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const titlesFor = (text: string): readonly string[] => {
  const analysis = analyse(text);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === configUnknownPlugin.code,
  );
  assert.ok(problem);
  return provenFixes(analysis, problem).map(({ title }) => title);
};

/** How many findings the settings of plugins give. */
const countIn = (plugins: object): number =>
  findingsOf(configUnknownPlugin, JSON.stringify({ plugins })).length;

describe("config.unknown_plugin", () => {
  it("points at the id wherever it stands", () =>
    check(
      configUnknownPlugin,
      `{ plugins: {
  enabled: false,
  entries: { telegram: {}, weather: {} },
  //                       ^^^^^^^ config.unknown_plugin
  allow: ["telegram", "weather"],
  //                  ^^^^^^^^^ config.unknown_plugin
  deny: ["Discord"],
  //     ^^^^^^^^^ config.unknown_plugin
  slots: { memory: "memory" },
  //               ^^^^^^^^ config.unknown_plugin
} }`,
    ));
  // config/validation.js: lists are compared with blanks and all, the slot without.
  for (const [id, inList, asMemory] of [
    ["telegram", 0, 0],
    [" telegram", 1, 0],
    ["", 0, 0],
    [" ", 0, 0],
    ["none", 1, 0],
    [" None", 1, 0],
    ["Telegram", 1, 1],
    ["${P}", 0, 0],
    ["voice-${P}", 0, 0],
    ["foo-${P}", 1, 1],
  ] as const) {
    it(`${JSON.stringify(id)} gives ${inList} in a list and ${asMemory} as memory`, () => {
      assert.equal(countIn({ allow: ["telegram", id] }), inList);
      assert.equal(countIn({ deny: [id] }), inList);
      assert.equal(countIn({ slots: { memory: id } }), asMemory);
    });
  }
  it("never empties the list of allowed plugins, which would allow all", () => {
    assert.deepEqual(titlesFor(`{ plugins: { allow: ["weather"] } }`), []);
    assert.deepEqual(
      titlesFor(`{ plugins: { allow: ["weather", "slack"] } }`),
      ["Remove it"],
    );
    assert.deepEqual(titlesFor(`{ plugins: { deny: ["weather"] } }`), [
      "Remove it",
    ]);
  });
  it("does not rename over an entry that is there", () =>
    assert.deepEqual(
      titlesFor(`{ plugins: { entries: { slac: {}, slack: {} } } }`),
      ["Remove it"],
    ));
  it("is silent where plugins of other makers may be", () =>
    assert.equal(
      findingsOf(
        configUnknownPlugin,
        `{ plugins: { load: { paths: ["\${DIR}/x"] }, allow: ["weather"] } }`,
      ).length,
      0,
    ));
});
