import assert from "node:assert/strict";
import { renameAt, usesAt } from "../../../server/src/core/features/names.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse, configFile } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

function uses(marked: string, files: Record<string, string> = {}) {
  const { text, offset } = withCursor(marked);
  const analysis = analyse(text, { files });
  const found = usesAt(analysis, configFile, offset);
  return found?.uses.map(
    ({ kind, name, place, isDefinition }) =>
      `${isDefinition ? "= " : ""}${kind} ${name} ${place.file}:${place.offset}`,
  );
}

function rename(marked: string, to: string) {
  const { text, offset } = withCursor(marked);
  const found = renameAt(analyse(text), configFile, offset, to);
  if (found === undefined || "refused" in found) return found;
  return applyEdits(
    text,
    found.places.map((place) => ({
      offset: place.offset,
      length: place.length,
      content: to,
    })),
  );
}

describe("names", () => {
  it("of agents are found in bindings, also in another file", () => {
    assert.deepEqual(
      uses(
        `{ agents: { $include: "a.json5" }, bindings: [{ agentId: "o<|>ps" }] }`,
        { "/config/a.json5": `{ list: [{ id: "ops" }] }` },
      ),
      ["= agent ops /config/a.json5:16", `agent ops ${configFile}:58`],
    );
  });
  it("of accounts are told apart by channel", () => {
    assert.deepEqual(
      uses(
        `{ channels: { telegram: { accounts: { w: {} } }, discord: { accounts: { w: {} } } }, bindings: [{ match: { channel: "telegram", accountId: "w<|>" } }] }`,
      )?.length,
      2,
    );
  });
  it("of variables are found wherever they are substituted", () => {
    assert.equal(
      uses(
        `{ env: { "\${T}": "x\${T}" }, gateway: { auth: { token: "\${<|>T}", password: "$\${T}" } } }`,
      )?.length,
      2,
    );
  });
  it("are not found in other text", () =>
    assert.equal(uses(`{ logging: { level: "in<|>fo" } }`), undefined));

  it("can be given anew", () => {
    assert.equal(
      rename(
        `{ agents: { list: [{ id: "a" }, { id: 'ops' }] }, bindings: [{ agentId: "o<|>ps" }] }`,
        "team-1",
      ),
      `{ agents: { list: [{ id: "a" }, { id: 'team-1' }] }, bindings: [{ agentId: "team-1" }] }`,
    );
  });
  for (const [name, marked, to] of [
    ["is taken", `{ agents: { list: [{ id: "a" }, { id: "b<|>" }] } }`, "a"],
    ["means another", `{ agents: { list: [{ id: "b<|>" }] } }`, "Big Name"],
    [
      "a bare key cannot hold",
      `{ channels: { telegram: { accounts: { w<|>: {} } } } }`,
      "w-1",
    ],
    ["no variable has", `{ a: "\${B<|>}" }`, "lower"],
  ] as const) {
    it(`are not given anew when the new one ${name}`, () => {
      const found = rename(marked, to);
      assert.ok(typeof found === "object" && "refused" in found);
    });
  }
  it("of channels stay, as the program knows them by theirs", () =>
    assert.equal(rename(`{ channels: { tele<|>gram: {} } }`, "x"), undefined));
});
