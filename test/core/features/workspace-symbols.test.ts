import assert from "node:assert/strict";
import { workspaceSymbols } from "../../../server/src/core/features/workspace-symbols.ts";
import { analyse } from "../../support/analyse.ts";

describe("workspace symbols", () => {
  const analysis = analyse(
    `{ $include: "./agents.json5", channels: { telegram: { accounts: { work: {} } } } }`,
    {
      files: {
        "/config/agents.json5": `{ agents: { list: [{ id: "ops" }, { id: "family" }] } }`,
      },
    },
  );
  const found = (query: string) =>
    workspaceSymbols(analysis, query).map(
      ({ name, kind, within, place }) =>
        `${kind} ${name}${within === undefined ? "" : ` of ${within}`} in ${place.file}`,
    );
  it("are agents, channels and accounts, in included files too", () =>
    assert.deepEqual(found("").toSorted(), [
      "account work of Telegram in /config/clawdbot.json",
      "agent family in /config/agents.json5",
      "agent ops in /config/agents.json5",
      "channel telegram in /config/clawdbot.json",
    ]));
  it("are found by some of their letters, in order and whatever their case", () => {
    assert.deepEqual(found("FML"), ["agent family in /config/agents.json5"]);
    assert.deepEqual(found("lmf"), []);
  });
});
