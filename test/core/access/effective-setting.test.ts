import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  effectiveSetting,
  placesAsked,
  sharedKeys,
} from "../../../server/src/core/access/effective-setting.ts";
import { filledAccountKeys } from "../../../server/src/core/dialects/clawdbot/account-inheritance.ts";
import { inheritances } from "../../../server/src/core/dialects/clawdbot/inheritance.ts";
import { fill } from "../../../server/src/core/schema/setting-path.ts";
import { placeAt } from "../../../server/src/core/schema/setting-place.ts";
import { inlined, parseSchema } from "../../../scripts/schema/json-schema.ts";
import { dotted, viewOf } from "./view-of.ts";

type Path = readonly (string | number)[];

const agent = ["agents", "list", 0];
const account = (channel: string): Path => [
  "channels",
  channel,
  "accounts",
  "work",
];

/** The source, where it is written (or would be), and the value: `inherited channels.telegram.allowFrom`. */
function said(config: object, path: Path): string {
  const { source, lookup, dead } = effectiveSetting(viewOf(config), [...path]);
  const value =
    lookup.state === "set" ? ` = ${JSON.stringify(lookup.value)}` : "";
  return `${source} ${dotted(lookup.path)}${value}${dead === undefined ? "" : ", own dead"}`;
}

/** Each expectation is what the release's own code gives; its file is named beside. */
const cases: readonly (readonly [
  name: string,
  config: object,
  path: Path,
  expected: string,
])[] = [
  [
    "a setting of its own",
    { gateway: { bind: "lan" } },
    ["gateway", "bind"],
    'own gateway.bind = "lan"',
  ],
  ["nothing", {}, ["gateway", "bind"], "default gateway.bind"],
  // agents/sandbox/config.js
  [
    "an agent's sandbox, key by key",
    {
      agents: {
        defaults: { sandbox: { mode: "all", docker: { network: "none" } } },
        list: [
          { id: "a", sandbox: { scope: "agent", docker: { image: "x" } } },
        ],
      },
    },
    [...agent, "sandbox", "docker", "network"],
    'inherited agents.defaults.sandbox.docker.network = "none"',
  ],
  [
    "an agent's container, when one is shared by all",
    {
      agents: {
        defaults: { sandbox: { scope: "shared", docker: { image: "shared" } } },
        list: [{ id: "a", sandbox: { docker: { image: "own" } } }],
      },
    },
    [...agent, "sandbox", "docker", "image"],
    'inherited agents.defaults.sandbox.docker.image = "shared", own dead',
  ],
  [
    "an agent's container, when the older switch shares it",
    {
      agents: {
        defaults: { sandbox: { perSession: false } },
        list: [{ id: "a", sandbox: { docker: { image: "own" } } }],
      },
    },
    [...agent, "sandbox", "docker", "image"],
    "default agents.defaults.sandbox.docker.image, own dead",
  ],
  // infra/heartbeat-runner.js: `{ ...defaults, ...overrides }`
  [
    "an agent's hours, which are taken whole",
    {
      agents: {
        defaults: {
          heartbeat: { activeHours: { start: "08:00" }, every: "1h" },
        },
        list: [{ id: "a", heartbeat: { activeHours: { end: "20:00" } } }],
      },
    },
    [...agent, "heartbeat", "activeHours", "start"],
    "default agents.list.0.heartbeat.activeHours.start",
  ],
  [
    "the other keys of an agent's heartbeat",
    {
      agents: {
        defaults: { heartbeat: { every: "1h" } },
        list: [{ id: "a", heartbeat: {} }],
      },
    },
    [...agent, "heartbeat", "every"],
    'inherited agents.defaults.heartbeat.every = "1h"',
  ],
  // agents/pi-tools.policy.js
  [
    "an agent's profile",
    { tools: { profile: "messaging" }, agents: { list: [{ id: "a" }] } },
    [...agent, "tools", "profile"],
    'inherited tools.profile = "messaging"',
  ],
  [
    "an agent's list of tools, which adds to the shared one and takes over nothing",
    { tools: { allow: ["read"] }, agents: { list: [{ id: "a" }] } },
    [...agent, "tools", "allow"],
    "default agents.list.0.tools.allow",
  ],
  // telegram/accounts.js after config/zod-schema.providers-core.js
  [
    "an account's policy, which the schema fills in",
    {
      channels: { telegram: { dmPolicy: "open", accounts: { work: {} } } },
    },
    [...account("telegram"), "dmPolicy"],
    "default channels.telegram.accounts.work.dmPolicy",
  ],
  [
    "an account's senders",
    {
      channels: { telegram: { allowFrom: ["*"], accounts: { work: {} } } },
    },
    [...account("telegram"), "allowFrom"],
    "inherited channels.telegram.allowFrom",
  ],
  // telegram/token.js
  [
    "the token of an account",
    {
      channels: { telegram: { botToken: "t", accounts: { work: {} } } },
    },
    [...account("telegram"), "botToken"],
    "default channels.telegram.accounts.work.botToken",
  ],
  [
    "the token of the account called default",
    {
      channels: { telegram: { botToken: "t", accounts: { default: {} } } },
    },
    ["channels", "telegram", "accounts", "default", "botToken"],
    'inherited channels.telegram.botToken = "t"',
  ],
  // slack/accounts.js
  [
    "the token of a Slack account",
    { channels: { slack: { botToken: "t", accounts: { work: {} } } } },
    [...account("slack"), "botToken"],
    'inherited channels.slack.botToken = "t"',
  ],
  // web/accounts.js, web/inbound/access-control.js
  [
    "the policy of a WhatsApp account, which nobody reads",
    {
      channels: {
        whatsapp: {
          dmPolicy: "open",
          allowFrom: ["*"],
          accounts: { work: { dmPolicy: "disabled" } },
        },
      },
    },
    [...account("whatsapp"), "dmPolicy"],
    'inherited channels.whatsapp.dmPolicy = "open", own dead',
  ],
  [
    "an action of a WhatsApp account",
    {
      channels: {
        whatsapp: { configWrites: false, accounts: { work: {} } },
      },
    },
    [...account("whatsapp"), "configWrites"],
    "default channels.whatsapp.accounts.work.configWrites",
  ],
  // discord/accounts.js
  [
    "a Discord account's `dm`, taken over whole",
    {
      channels: {
        discord: { dm: { policy: "open" }, accounts: { work: {} } },
      },
    },
    [...account("discord"), "dm", "policy"],
    'inherited channels.discord.dm.policy = "open"',
  ],
  [
    "a Discord account's `dm` of its own, which takes over nothing",
    {
      channels: {
        discord: { dm: { policy: "open" }, accounts: { work: { dm: {} } } },
      },
    },
    [...account("discord"), "dm", "policy"],
    "default channels.discord.accounts.work.dm.policy",
  ],
  // extensions/mattermost/src/mattermost/accounts.ts
  [
    "the policy of a channel without a schema",
    {
      channels: { mattermost: { dmPolicy: "open", accounts: { work: {} } } },
    },
    [...account("mattermost"), "dmPolicy"],
    'inherited channels.mattermost.dmPolicy = "open"',
  ],
  [
    "an account's group policy, by way of the channel and all channels",
    {
      channels: {
        defaults: { groupPolicy: "open" },
        mattermost: { accounts: { work: {} } },
      },
    },
    [...account("mattermost"), "groupPolicy"],
    'inherited channels.defaults.groupPolicy = "open"',
  ],
  [
    "the group policy of a channel with a schema",
    { channels: { defaults: { groupPolicy: "open" }, telegram: {} } },
    ["channels", "telegram", "groupPolicy"],
    "default channels.telegram.groupPolicy",
  ],
  // agents/pi-embedded-runner/history.js
  [
    "an account's turns, which nobody reads",
    {
      channels: {
        telegram: {
          dmHistoryLimit: 5,
          accounts: { work: { dmHistoryLimit: 1 } },
        },
      },
    },
    [...account("telegram"), "dmHistoryLimit"],
    "inherited channels.telegram.dmHistoryLimit = 5, own dead",
  ],
  // infra/heartbeat-visibility.js
  [
    "what an account shows of a check-in, in three places",
    {
      channels: {
        defaults: { heartbeat: { showOk: true } },
        telegram: {
          heartbeat: { showAlerts: false },
          accounts: { work: { heartbeat: { useIndicator: false } } },
        },
      },
    },
    [...account("telegram"), "heartbeat", "showOk"],
    "inherited channels.defaults.heartbeat.showOk = true",
  ],
  // config/group-policy.js
  [
    "whether a group has to mention it, by the group of all",
    {
      channels: {
        telegram: { groups: { "*": { requireMention: false }, "-1": {} } },
      },
    },
    ["channels", "telegram", "groups", "-1", "requireMention"],
    "inherited channels.telegram.groups.*.requireMention = false",
  ],
  [
    "the same in an account with groups of its own",
    {
      channels: {
        telegram: {
          groups: { "*": { requireMention: true } },
          accounts: {
            work: { groups: { "*": { requireMention: false }, "-1": {} } },
          },
        },
      },
    },
    [...account("telegram"), "groups", "-1", "requireMention"],
    "inherited channels.telegram.accounts.work.groups.*.requireMention = false",
  ],
  // line/accounts.js
  [
    "whether a LINE account is on, which nothing but itself says",
    { channels: { line: { enabled: true, accounts: { work: {} } } } },
    [...account("line"), "enabled"],
    "default channels.line.accounts.work.enabled",
  ],
  [
    "the secret of a LINE account",
    { channels: { line: { channelSecret: "s", accounts: { work: {} } } } },
    [...account("line"), "channelSecret"],
    "default channels.line.accounts.work.channelSecret",
  ],
];

describe("effective settings", () => {
  for (const [name, config, path, expected] of cases)
    it(`find ${name}`, () => assert.equal(said(config, path), expected));

  it("never ask for a key that is shared by nobody", () => {
    let takenOver = 0;
    for (const [, config, path] of cases) {
      const view = viewOf(config);
      const { source } = effectiveSetting(view, [...path]);
      if (source !== "inherited") continue;
      takenOver++;
      assert.ok(sharedKeys(view).has(String(path.at(-1))), dotted([...path]));
    }
    assert.ok(takenOver > 10, `${takenOver} were taken over`);
  });

  it("are asked for in settings that exist", () => {
    for (const { to, from } of inheritances) {
      const here = fill(
        to,
        [...to.matchAll(/\*|\[\]/g)].map(([mark]) =>
          mark === "[]" ? 0 : to.startsWith("channels.*") ? "telegram" : "any",
        ),
      );
      assert.ok(placeAt(here), to);
      const [, next] = placesAsked(viewOf({}), here);
      assert.ok(next && placeAt(next), `${to} asks ${from.join(".")}`);
    }
  });

  it("know every key that the schema fills in for accounts", () => {
    const { properties = {} } = inlined(
      parseSchema(readFileSync("schemas/clawdbot.validation.json", "utf8")),
    );
    const channels = properties["channels"]?.properties ?? {};
    const found = Object.entries(channels).flatMap(([id, channel]) => {
      const accounts = channel.properties?.["accounts"]?.additionalProperties;
      if (typeof accounts !== "object") return [];
      const filled = Object.entries(accounts.properties ?? {}).filter(
        ([, property]) => property.default !== undefined,
      );
      return filled.length === 0 ? [] : [[id, filled.map(([key]) => key)]];
    });
    assert.deepEqual(Object.fromEntries(found), filledAccountKeys);
  });
});
