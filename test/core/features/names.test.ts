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
  for (const [name, marked, expected] of [
    [
      "a short name of a model",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": { alias: "fast" } }, model: { primary: "FA<|>ST" } }, list: [{ id: "a", model: "fast" }] } }`,
      3,
    ],
    [
      "a model's full name",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": {} }, model: { fallbacks: ["openai/gpt<|>-5.2"] } } } }`,
      2,
    ],
    [
      "a model that the config itself brings",
      `{ models: { providers: { local: { models: [{ id: "m<|>1" }] } } }, agents: { defaults: { model: { primary: "local/m1" } } } }`,
      2,
    ],
    [
      "a provider, also in front of a model",
      `{ models: { providers: { loc<|>al: {} } }, auth: { profiles: { p: { provider: "local" } }, order: { local: ["p"] } }, tools: { byProvider: { local: {}, "local/m1": {} } }, agents: { defaults: { model: { primary: "local/m1" } } } }`,
      6,
    ],
    [
      "a login",
      `{ auth: { profiles: { "anthropic:me": {} }, order: { anthropic: ["anthropic:m<|>e"] } } }`,
      2,
    ],
    [
      "the target of a binding",
      `{ channels: { telegram: { accounts: { w: { groups: { "-100": {} } } } } }, bindings: [{ match: { channel: "telegram", peer: { kind: "group", id: "-1<|>00" } } }] }`,
      2,
    ],
    [
      "a server",
      `{ channels: { discord: { guilds: { "12<|>3": {} } } }, bindings: [{ match: { channel: "discord", guildId: "123" } }] }`,
      2,
    ],
    [
      "a channel, wherever it is named",
      `{ channels: { tele<|>gram: {}, defaults: {} }, bindings: [{ match: { channel: "Telegram" } }], tools: { elevated: { allowFrom: { telegram: [] } } }, agents: { defaults: { heartbeat: { target: "telegram" } } }, messages: { queue: { debounceMsByChannel: { telegram: 1 } } } }`,
      5,
    ],
    [
      "a plugin",
      `{ plugins: { entries: { lobster: {} }, allow: ["lob<|>ster"], slots: { memory: "none" } } }`,
      2,
    ],
    [
      "an agent in every list of agents",
      `{ agents: { list: [{ id: "o<|>ps", subagents: { allowAgents: ["*"] } }, { id: "b", subagents: { allowAgents: ["Ops"] } }] }, tools: { agentToAgent: { allow: ["ops"] } }, broadcast: { "1": ["ops"] }, approvals: { exec: { agentFilter: ["ops"] } } }`,
      5,
    ],
  ] as const) {
    it(`of ${name} are found`, () =>
      assert.equal(uses(marked)?.length, expected));
  }
  it("of a provider are told from the model behind it", () => {
    const text = `{ agents: { defaults: { model: { primary: "openai/gpt-5.2" } } } }`;
    const at = (piece: string) =>
      usesAt(analyse(text), configFile, text.indexOf(piece) + 1)?.at;
    assert.deepEqual(
      [at("openai")?.kind, at("gpt")?.kind],
      ["provider", "model"],
    );
    assert.equal(at("openai")?.place.length, 6);
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
  for (const [name, marked, to, expected] of [
    [
      "a provider of the config's own",
      `{ models: { providers: { 'loc<|>al': {} } }, agents: { defaults: { model: { primary: "local/m1" } } } }`,
      "den",
      `{ models: { providers: { 'den': {} } }, agents: { defaults: { model: { primary: "den/m1" } } } }`,
    ],
    [
      "a short name",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": { alias: "fast" } }, model: { primary: "f<|>ast" } } } }`,
      "quick",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": { alias: "quick" } }, model: { primary: "quick" } } } }`,
    ],
    [
      "a login",
      `{ auth: { profiles: { "anthropic:m<|>e": {} }, order: { anthropic: ["anthropic:me"] } } }`,
      "anthropic:you",
      `{ auth: { profiles: { "anthropic:you": {} }, order: { anthropic: ["anthropic:you"] } } }`,
    ],
    [
      "an account, in bindings too",
      `{ channels: { telegram: { defaultAccount: "work", accounts: { w<|>ork: {} } } }, bindings: [{ match: { channel: "telegram", accountId: "work" } }] }`,
      "home",
      `{ channels: { telegram: { defaultAccount: "home", accounts: { home: {} } } }, bindings: [{ match: { channel: "telegram", accountId: "home" } }] }`,
    ],
  ] as const) {
    it(`can be given anew: ${name}`, () =>
      assert.equal(rename(marked, to), expected));
  }
  for (const [name, marked] of [
    [
      "a provider of the release",
      `{ models: { providers: { open<|>ai: {} } } }`,
    ],
    [
      "a model",
      `{ agents: { defaults: { models: { "openai/gpt-<|>5.2": {} } } } }`,
    ],
    ["a plugin", `{ plugins: { allow: ["lob<|>ster"] } }`],
    ["a group", `{ channels: { telegram: { groups: { "-1<|>00": {} } } } }`],
  ] as const) {
    it(`stay where others know them: ${name}`, () =>
      assert.equal(rename(marked, "x"), undefined));
  }
  it("of channels stay, as the program knows them by theirs", () =>
    assert.equal(rename(`{ channels: { tele<|>gram: {} } }`, "x"), undefined));
});
