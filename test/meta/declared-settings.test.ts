import assert from "node:assert/strict";
import { channels } from "../../server/src/core/dialects/clawdbot/channels.ts";
import { registry } from "../../server/src/core/rules/registry.generated.ts";
import { findingsOf } from "../support/check-rule.ts";

/** Places under every key that some channel has for them, with everything a place can say. */
const places = {
  "*": {
    requireMention: false,
    users: ["*"],
    allowFrom: ["*"],
    channels: { a: {} },
    topics: { "1": {} },
    allowBots: true,
  },
  b: { autoReply: true, enabled: false },
};

/** A channel's block in the spelling of all channels at once: what a channel does not have it does not look at. */
const block = {
  dmPolicy: "allowlist",
  allowFrom: ["*", "-5", "anna"],
  dm: { policy: "allowlist", allowFrom: ["*", "anna"] },
  groupPolicy: "allowlist",
  groupAllowFrom: ["*", "#a"],
  groups: places,
  guilds: places,
  channels: places,
  teams: places,
  rooms: places,
  requireMention: false,
  allowBots: true,
  ship: "~zod",
  webhookUrl: "https://bot.example/x",
  serverUrl: "http://imac.example",
  channelAccessToken: "t",
  execApprovals: { enabled: true },
  selfChatMode: true,
};

/** Everything elsewhere that makes a rule look at channels. */
const elsewhere = {
  gateway: { tailscale: { mode: "serve" }, trustedProxies: ["127.0.0.1"] },
  agents: {
    defaults: { elevatedDefault: "full", sandbox: { mode: "non-main" } },
  },
  approvals: { exec: { enabled: true } },
  commands: { config: true, bash: true, useAccessGroups: false },
};

describe("no rule reads a setting it does not declare", () => {
  // `findingsOf` fails when one does, and when a rule throws.
  for (const { id } of channels)
    it(`on ${id}, with and without accounts`, () => {
      let found = 0;
      for (const accounts of [undefined, { work: block, default: {} }]) {
        const text = JSON.stringify({
          ...elsewhere,
          channels: { [id]: { enabled: true, ...block, accounts } },
        });
        for (const rule of registry) found += findingsOf(rule, text).length;
      }
      assert.ok(found > 5, `${found} findings`);
    }).timeout(20_000);
});
