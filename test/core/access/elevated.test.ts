import assert from "node:assert/strict";
import {
  elevatedAccess,
  elevatedPatterns,
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../../server/src/core/access/elevated.ts";
import { senderText } from "../../../server/src/core/access/senders.ts";
import { guarded, viewOf } from "./view-of.ts";

/** Whether our answer lets a sender in, as resolveElevatedPermissions of the release decides for plain ids. */
function isAllowed(config: object, provider: string, sender: string): boolean {
  const { enabled, providers } = elevatedAccess(
    guarded(viewOf(config), elevatedPatterns),
  );
  const found = providers.find((one) => one.provider === provider);
  return (
    enabled &&
    found !== undefined &&
    (found.senders.hasWildcard === true ||
      found.senders.entries.some((entry) => senderText(entry) === sender))
  );
}

describe("elevatedAccess", () => {
  const discord = { channels: { discord: { dm: { allowFrom: ["7"] } } } };
  const listed = (allowFrom: object): object => ({
    ...discord,
    tools: { elevated: { allowFrom } },
  });
  // The last column is what resolveElevatedPermissions of the release's auto-reply/reply/reply-elevated.js said, called with
  // the Discord and Telegram plugins loaded.
  const table: readonly (readonly [string, object, string, string, boolean])[] =
    [
      ["nothing", {}, "telegram", "7", false],
      ["nothing", {}, "discord", "7", false],
      ["Discord falls back", discord, "discord", "7", true],
      ["Discord falls back, another sender", discord, "discord", "8", false],
      [
        "Telegram does not fall back",
        { channels: { telegram: { allowFrom: ["7"] } } },
        "telegram",
        "7",
        false,
      ],
      [
        "an empty list closes it",
        listed({ discord: [] }),
        "discord",
        "7",
        false,
      ],
      ["an empty object does not", listed({}), "discord", "7", true],
      [
        "another provider's list does not",
        listed({ telegram: ["1"] }),
        "discord",
        "7",
        true,
      ],
      [
        "switched off",
        { ...discord, tools: { elevated: { enabled: false } } },
        "discord",
        "7",
        false,
      ],
      [
        "a wildcard",
        { tools: { elevated: { allowFrom: { telegram: ["*"] } } } },
        "telegram",
        "9",
        true,
      ],
      [
        "an account's senders do not count",
        {
          channels: {
            discord: { accounts: { default: { dm: { allowFrom: ["7"] } } } },
          },
        },
        "discord",
        "7",
        false,
      ],
    ];
  for (const [name, config, provider, sender, allowed] of table) {
    it(`${name}: ${sender} on ${provider} is ${allowed ? "" : "not "}allowed`, () => {
      assert.equal(isAllowed(config, provider, sender), allowed);
    });
  }

  it("has each provider once, a written list before the channel's", () => {
    const { providers } = elevatedAccess(viewOf(listed({ discord: [] })));
    assert.deepEqual(
      providers.map(({ provider, isFallback }) => [provider, isFallback]),
      [["discord", false]],
    );
  });

  it("does not take a word for a list", () => {
    const { providers } = elevatedAccess(viewOf(listed({ discord: "7" })));
    assert.deepEqual(
      providers.map(({ isFallback }) => isFallback),
      [true],
    );
  });

  it("says that people come from the channel", () => {
    const { providers } = elevatedAccess(viewOf(discord));
    assert.deepEqual(
      providers.map(({ provider, isFallback, senders }) => [
        provider,
        isFallback,
        senders.lookup.path.join("."),
      ]),
      [["discord", true, "channels.discord.dm.allowFrom"]],
    );
  });
});

describe("elevatedPeople", () => {
  const telegram = { elevated: { allowFrom: { telegram: ["7"] } } };
  const off = { elevated: { enabled: false } };
  const table: readonly (readonly [string, object, readonly string[]])[] = [
    ["nothing", {}, []],
    ["a list", { tools: telegram }, ["telegram"]],
    [
      "an empty list",
      { tools: { elevated: { allowFrom: { slack: [] } } } },
      [],
    ],
    ["blanks", { tools: { elevated: { allowFrom: { slack: [" "] } } } }, []],
    [
      "switched off",
      { tools: { elevated: { ...telegram.elevated, enabled: false } } },
      [],
    ],
    [
      "switched off for every agent",
      { tools: telegram, agents: { list: [{ id: "a", tools: off }] } },
      [],
    ],
    [
      "switched off for some",
      {
        tools: telegram,
        agents: { list: [{ id: "a", tools: off }, { id: "b" }] },
      },
      ["telegram"],
    ],
    [
      "a channel that is off",
      { tools: telegram, channels: { telegram: { enabled: false } } },
      [],
    ],
    [
      "no channel of the release",
      { tools: { elevated: { allowFrom: { web: ["7"] } } } },
      ["web"],
    ],
    [
      "Discord's own senders",
      { channels: { discord: { dm: { allowFrom: ["7"] } } } },
      ["discord"],
    ],
  ];
  for (const [name, config, expected] of table)
    it(name, () =>
      assert.deepEqual(
        elevatedPeople(guarded(viewOf(config), elevatedPeoplePatterns)).map(
          ({ provider }) => provider,
        ),
        expected,
      ),
    );
});
