import assert from "node:assert/strict";
import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../../server/src/core/access/direct-messages.ts";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import { levelOf, levelsOf } from "./level-of.ts";
import { dotted, guarded, viewOf } from "./view-of.ts";

/** What a level comes to, in one line. */
const told = ({ policy, allowFrom, effective }: DirectMessageAccess): string =>
  [
    `${policy.value} by ${policy.source} at ${dotted(policy.lookup.path)}`,
    `senders ${allowFrom.source}${allowFrom.hasWildcard === true ? " *" : ""}`,
    effective ? "in effect" : "dead",
  ].join("; ");

describe("directMessages", () => {
  describe("how an account inherits", () => {
    const flat = { dmPolicy: "open", allowFrom: ["*"] };
    const nested = { dm: { policy: "open", allowFrom: ["*"] } };
    // The values follow what the release's audit reported for the same shapes (recorded-dm-verdicts.json); for WhatsApp,
    // which the audit never finds configured, checkInboundAccessControl of web/inbound/access-control.js was read.
    const table: readonly (readonly [string, object, object, string])[] = [
      [
        "telegram",
        flat,
        {},
        "pairing by default at channels.telegram.accounts.a.dmPolicy; senders channel *; in effect",
      ],
      [
        "signal",
        flat,
        {},
        "pairing by default at channels.signal.accounts.a.dmPolicy; senders channel *; in effect",
      ],
      [
        "imessage",
        flat,
        {},
        "pairing by default at channels.imessage.accounts.a.dmPolicy; senders channel *; in effect",
      ],
      [
        "bluebubbles",
        flat,
        {},
        "pairing by default at channels.bluebubbles.accounts.a.dmPolicy; senders channel *; in effect",
      ],
      [
        "telegram",
        flat,
        { dmPolicy: "disabled" },
        "disabled by own at channels.telegram.accounts.a.dmPolicy; senders channel *; in effect",
      ],
      [
        "telegram",
        flat,
        { allowFrom: ["7"] },
        "pairing by default at channels.telegram.accounts.a.dmPolicy; senders own; in effect",
      ],
      [
        "whatsapp",
        flat,
        {},
        "open by channel at channels.whatsapp.dmPolicy; senders channel *; in effect",
      ],
      [
        "whatsapp",
        flat,
        { dmPolicy: "disabled" },
        "open by channel at channels.whatsapp.dmPolicy; senders channel *; in effect",
      ],
      [
        "whatsapp",
        {},
        { dmPolicy: "open", allowFrom: ["*"] },
        "pairing by default at channels.whatsapp.dmPolicy; senders own *; in effect",
      ],
      [
        "discord",
        nested,
        {},
        "open by channel at channels.discord.dm.policy; senders channel *; in effect",
      ],
      [
        "slack",
        nested,
        {},
        "open by channel at channels.slack.dm.policy; senders channel *; in effect",
      ],
      [
        "googlechat",
        nested,
        {},
        "open by channel at channels.googlechat.dm.policy; senders channel *; in effect",
      ],
      [
        "discord",
        nested,
        { dm: {} },
        "pairing by default at channels.discord.accounts.a.dm.policy; senders none; in effect",
      ],
      [
        "discord",
        nested,
        { dm: { policy: "disabled" } },
        "disabled by own at channels.discord.accounts.a.dm.policy; senders none; in effect",
      ],
      [
        "mattermost",
        flat,
        {},
        "open by channel at channels.mattermost.dmPolicy; senders channel *; in effect",
      ],
      [
        "mattermost",
        flat,
        { dmPolicy: "pairing" },
        "pairing by own at channels.mattermost.accounts.a.dmPolicy; senders channel *; in effect",
      ],
      [
        "line",
        flat,
        { enabled: true },
        "open by channel at channels.line.dmPolicy; senders channel *; in effect",
      ],
      [
        "nextcloud-talk",
        flat,
        {},
        "open by channel at channels.nextcloud-talk.dmPolicy; senders channel *; in effect",
      ],
      [
        "zalo",
        flat,
        {},
        "open by channel at channels.zalo.dmPolicy; senders channel *; in effect",
      ],
      [
        "zalouser",
        flat,
        {},
        "open by channel at channels.zalouser.dmPolicy; senders channel *; in effect",
      ],
      [
        "mattermost",
        flat,
        { dmPolicy: null },
        "pairing by own at channels.mattermost.accounts.a.dmPolicy; senders channel *; in effect",
      ],
    ];
    for (const [channel, block, account, expected] of table) {
      it(`${channel} ${JSON.stringify(account)} under ${JSON.stringify(block)}`, () => {
        const level = levelOf(
          channel,
          { ...block, accounts: { a: account } },
          "a",
        );
        assert.equal(told(level), expected);
      });
    }
  });

  describe("a channel's own policy", () => {
    const table: readonly (readonly [string, object, boolean, string])[] = [
      ["telegram", { dmPolicy: "open" }, true, "no account is named"],
      [
        "telegram",
        { dmPolicy: "open", accounts: {} },
        true,
        "no account is named",
      ],
      [
        "telegram",
        { dmPolicy: "open", accounts: { a: {} } },
        false,
        "every account has its own",
      ],
      [
        "signal",
        { dmPolicy: "open", accounts: { Home: {} } },
        true,
        "the account's block is never found",
      ],
      [
        "whatsapp",
        { dmPolicy: "open", accounts: { a: { dmPolicy: "disabled" } } },
        true,
        "it is the only one that counts",
      ],
      [
        "slack",
        { dm: { policy: "open" }, accounts: { a: { dm: {} }, b: {} } },
        true,
        "one account inherits it",
      ],
      [
        "slack",
        { dm: { policy: "open" }, accounts: { a: { dm: {} } } },
        false,
        "the account's dm replaces it",
      ],
      [
        "zalo",
        { dmPolicy: "open", accounts: { a: { dmPolicy: "pairing" } } },
        false,
        "the account overrides it",
      ],
      [
        "line",
        {
          channelAccessToken: "t",
          dmPolicy: "open",
          accounts: { a: { dmPolicy: "pairing" } },
        },
        true,
        "the token makes an account of its own",
      ],
      [
        "discord",
        { dm: { policy: "open", enabled: false } },
        false,
        "direct messages are switched off",
      ],
      [
        "matrix",
        { dm: { policy: "open" }, allowlistOnly: true },
        false,
        "only listed people are let in",
      ],
      [
        "matrix",
        { dm: { policy: "open" }, allowlistOnly: false },
        true,
        "nothing overrules it",
      ],
      [
        "matrix",
        { dm: { policy: "disabled" }, allowlistOnly: true },
        true,
        "it is stricter still",
      ],
    ];
    for (const [channel, block, effective, why] of table) {
      it(`${channel} ${JSON.stringify(block)} is ${effective ? "in effect" : "dead"}: ${why}`, () => {
        assert.equal(levelOf(channel, block).effective, effective);
      });
    }

    it("is overruled by a switch that is named", () => {
      const off = levelOf("discord", {
        dm: { policy: "open", enabled: false },
      });
      assert.equal(
        dotted(off.overruledBy?.path ?? []),
        "channels.discord.dm.enabled",
      );
      const listed = levelOf("matrix", {
        dm: { policy: "open" },
        allowlistOnly: true,
      });
      assert.equal(
        dotted(listed.overruledBy?.path ?? []),
        "channels.matrix.allowlistOnly",
      );
    });

    it("is off with every account that obeys it", () => {
      const block = {
        dmPolicy: "open",
        accounts: { a: { enabled: false }, b: { dmPolicy: "pairing" } },
      };
      assert.equal(levelOf("mattermost", block).enabled, false);
      assert.equal(levelOf("mattermost", block, "b").enabled, true);
    });
  });

  describe("a policy that is passed over", () => {
    const table: readonly (readonly [string, object, string | undefined])[] = [
      [
        "telegram",
        { dmPolicy: "disabled", accounts: { a: {} } },
        "channels.telegram.dmPolicy",
      ],
      [
        "telegram",
        { dmPolicy: "disabled", accounts: { a: { dmPolicy: "open" } } },
        undefined,
      ],
      ["telegram", { accounts: { a: {} } }, undefined],
      [
        "whatsapp",
        { dmPolicy: "open", accounts: { a: { dmPolicy: "disabled" } } },
        "channels.whatsapp.accounts.a.dmPolicy",
      ],
      ["whatsapp", { dmPolicy: "open", accounts: { a: {} } }, undefined],
      [
        "discord",
        {
          dm: { policy: "disabled" },
          accounts: { a: { dm: { allowFrom: [] } } },
        },
        "channels.discord.dm.policy",
      ],
      [
        "discord",
        { dm: { policy: "disabled" }, accounts: { a: {} } },
        undefined,
      ],
      ["mattermost", { dmPolicy: "disabled", accounts: { a: {} } }, undefined],
    ];
    for (const [channel, block, path] of table) {
      it(`${channel} ${JSON.stringify(block)}: ${path ?? "none"}`, () => {
        const { passedOver } = levelOf(channel, block, "a");
        assert.equal(passedOver && dotted(passedOver.path), path);
      });
    }
  });

  it("finds a block that no account uses dead", () => {
    const block = {
      accounts: { Work: { dm: { policy: "open", allowFrom: ["*"] } } },
    };
    assert.equal(levelOf("slack", block, "Work").effective, false);
    const found = {
      accounts: { Work: { dmPolicy: "open", allowFrom: ["*"] } },
    };
    assert.equal(levelOf("telegram", found, "Work").effective, true);
  });

  it("does not know what a variable says", () => {
    const level = levelOf("zalo", {
      dmPolicy: "${POLICY}",
      allowFrom: ["1", "${OWNER}"],
    });
    assert.equal(level.policy.value, "unknown");
    assert.equal(level.allowFrom.hasWildcard, "unknown");
    const prefixed = levelOf("zalo", { allowFrom: ["zalo:${OWNER}"] });
    assert.equal(
      prefixed.allowFrom.hasWildcard,
      false,
      "text in front of it is no wildcard",
    );
  });

  it("takes another word for no open policy", () => {
    assert.equal(
      levelOf("matrix", { dm: { policy: "bogus" } }).policy.value,
      "other",
    );
    assert.equal(levelOf("zalo", { dmPolicy: ["open"] }).policy.value, "other");
  });

  it("is audited at one level of a channel at most", () => {
    const given = { botToken: "1:a", dmPolicy: "open", allowFrom: ["*"] };
    const audited = levelsOf("telegram", {
      accounts: { b: given, a: given },
    }).filter((level) => level.audited);
    assert.deepEqual(
      audited.map(({ account }) => account),
      ["a"],
    );
  });

  it("is silent about channels that are not there, or are no object", () => {
    assert.deepEqual(directMessages(viewOf({})), []);
    assert.deepEqual(directMessages(viewOf("")), []);
    assert.deepEqual(levelsOf("zalo", [1]).length, 0);
    assert.deepEqual(
      directMessages(
        viewOf({ channels: { matrix: null, pigeon: { dmPolicy: "open" } } }),
      ),
      [],
    );
  });

  it("has a level for every channel that has direct messages, in the table's order", () => {
    const config = {
      channels: Object.fromEntries(channels.map(({ id }) => [id, {}])),
    };
    const found = directMessages(
      guarded(viewOf(config), directMessagePatterns),
    );
    assert.deepEqual(
      found.map(({ channel }) => channel.id),
      channels.filter(({ id }) => id !== "tlon").map(({ id }) => id),
    );
  });
});
