import assert from "node:assert/strict";
import {
  groupPatterns,
  groups,
  openGroupPolicies,
  placeSenderLists,
  placeSenderPatterns,
  writtenGroupPolicyPatterns,
  type GroupAccess,
} from "../../../server/src/core/access/groups.ts";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import { dotted, guarded, viewOf } from "./view-of.ts";

const patterns = [...groupPatterns, ...placeSenderPatterns];

function levelOf(
  channel: string,
  block: object,
  account?: string,
  defaults?: object,
): GroupAccess {
  const view = viewOf({
    channels: { ...(defaults && { defaults }), [channel]: block },
  });
  const level = groups(guarded(view, patterns)).find(
    (one) => one.account === account,
  );
  assert.ok(level, `no level ${account ?? "of the channel"}`);
  return level;
}

describe("groups", () => {
  const open = { groupPolicy: "open" };

  describe("the policy", () => {
    // As the release's audit reported it (recorded-group-verdicts.json), WhatsApp and Zalo Personal as their code reads.
    const table: readonly (readonly [
      string,
      object,
      object | undefined,
      string,
    ])[] = [
      ["telegram", {}, open, "allowlist by default"],
      ["whatsapp", {}, open, "allowlist by default"],
      ["bluebubbles", {}, open, "allowlist by default"],
      ["msteams", {}, open, "allowlist by default"],
      ["matrix", {}, open, "open by defaults"],
      ["mattermost", {}, open, "open by defaults"],
      ["line", { groupPolicy: "disabled" }, open, "disabled by own"],
      ["zalouser", {}, undefined, "open by default"],
      ["zalouser", {}, { groupPolicy: "allowlist" }, "allowlist by defaults"],
      ["slack", { groupPolicy: "${P}" }, undefined, "unknown by own"],
      ["mattermost", { groupPolicy: "bogus" }, undefined, "other by own"],
    ];
    for (const [channel, block, defaults, expected] of table) {
      it(`${channel} ${JSON.stringify(block)} under ${JSON.stringify(defaults) ?? "nothing"}: ${expected}`, () => {
        const { policy } = levelOf(channel, block, undefined, defaults);
        assert.equal(`${policy.value} by ${policy.source}`, expected);
      });
    }

    it("of a channel with a schema is not inherited by accounts, and that is said", () => {
      const level = levelOf("discord", { ...open, accounts: { a: {} } }, "a");
      assert.equal(level.policy.value, "allowlist");
      assert.equal(
        level.passedOver && dotted(level.passedOver.path),
        "channels.discord.groupPolicy",
      );
      assert.equal(
        levelOf("discord", { ...open, accounts: { a: {} } }).effective,
        false,
      );
    });

    it("of a plugin's channel is inherited by accounts", () => {
      const block = { ...open, accounts: { a: {} } };
      const level = levelOf("mattermost", block, "a");
      assert.equal(
        `${level.policy.value} by ${level.policy.source}`,
        "open by channel",
      );
      assert.equal(level.passedOver, undefined);
      assert.equal(levelOf("mattermost", block).effective, true);
    });

    it("is overruled by Matrix's allowlistOnly", () => {
      const level = levelOf("matrix", { ...open, allowlistOnly: true });
      assert.equal(level.effective, false);
      assert.equal(
        dotted(level.overruledBy?.path ?? []),
        "channels.matrix.allowlistOnly",
      );
      assert.equal(
        levelOf("matrix", { groupPolicy: "disabled", allowlistOnly: true })
          .effective,
        true,
      );
    });
  });

  describe("the senders", () => {
    // `groupAllowFrom ?? allowFrom` or "the one that is not empty", as each channel's monitor reads.
    const table: readonly (readonly [string, object, string | undefined])[] = [
      [
        "telegram",
        { groupAllowFrom: ["1"], allowFrom: ["2"] },
        "channels.telegram.groupAllowFrom",
      ],
      [
        "telegram",
        { groupAllowFrom: [], allowFrom: ["2"] },
        "channels.telegram.groupAllowFrom",
      ],
      ["telegram", { allowFrom: ["2"] }, "channels.telegram.allowFrom"],
      ["telegram", { allowFrom: [] }, "channels.telegram.groupAllowFrom"],
      [
        "mattermost",
        { groupAllowFrom: [], allowFrom: ["2"] },
        "channels.mattermost.allowFrom",
      ],
      [
        "bluebubbles",
        { groupAllowFrom: [], allowFrom: ["2"] },
        "channels.bluebubbles.allowFrom",
      ],
      ["matrix", { allowFrom: ["2"] }, "channels.matrix.groupAllowFrom"],
      ["googlechat", {}, "channels.googlechat.groupAllowFrom"],
      ["discord", { dm: { allowFrom: ["2"] } }, undefined],
    ];
    for (const [channel, block, path] of table) {
      it(`${channel} ${JSON.stringify(block)}: ${path ?? "no list"}`, () => {
        const { senders } = levelOf(channel, block);
        assert.equal(senders && dotted(senders.lookup.path), path);
      });
    }

    it("are the account's own, or else the channel's", () => {
      const block = {
        groupAllowFrom: ["*"],
        accounts: { a: {}, b: { groupAllowFrom: ["1"] } },
      };
      assert.equal(levelOf("telegram", block, "a").senders?.hasWildcard, true);
      assert.equal(levelOf("telegram", block, "b").senders?.hasWildcard, false);
    });

    it("of places are found at every depth", () => {
      const guilds = {
        "1": {
          users: ["7"],
          channels: { general: { users: ["8"] }, other: {} },
        },
        "2": {},
      };
      const view = guarded(
        viewOf({ channels: { discord: { guilds } } }),
        patterns,
      );
      const [level] = groups(view);
      assert.ok(level);
      assert.deepEqual(
        placeSenderLists(view, level).map(({ lookup }) => dotted(lookup.path)),
        [
          "channels.discord.guilds.1.users",
          "channels.discord.guilds.1.channels.general.users",
        ],
      );
    });
  });

  it("knows the places that are named", () => {
    const channel = {
      groups: { "-1": {} },
      accounts: { a: {}, b: { groups: {} } },
    };
    assert.equal(levelOf("telegram", channel, "a").hasPlaces, true);
    assert.equal(levelOf("telegram", channel, "b").hasPlaces, false);
    assert.equal(levelOf("signal", {}).places, undefined);
    const rooms = levelOf("matrix", { rooms: { "!a": {} } });
    assert.equal(dotted(rooms.places?.path ?? []), "channels.matrix.rooms");
  });

  it("reads what it declares, for every channel", () => {
    const block = { accounts: { a: {} } };
    const config = {
      channels: Object.fromEntries(channels.map(({ id }) => [id, block])),
    };
    const view = guarded(viewOf(config), patterns);
    const found = groups(view);
    const ids = new Set(found.map(({ channel }) => channel.id));
    assert.equal(ids.size, 14, "all but nostr, tlon and zalo");
    for (const level of found)
      assert.deepEqual(placeSenderLists(view, level), []);
  });
});

describe("openGroupPolicies", () => {
  it("finds every one that is written, known channel or not", () => {
    const config = {
      channels: {
        defaults: { groupPolicy: "open" },
        signal: {
          groupPolicy: "open",
          enabled: false,
          accounts: {
            a: { groupPolicy: "open" },
            b: { groupPolicy: "allowlist" },
          },
        },
        pigeon: { groupPolicy: "open" },
        slack: { groupPolicy: "${P}" },
      },
    };
    const view = guarded(viewOf(config), writtenGroupPolicyPatterns);
    assert.deepEqual(
      openGroupPolicies(view).map(({ path }) => dotted(path)),
      [
        "channels.defaults.groupPolicy",
        "channels.signal.groupPolicy",
        "channels.signal.accounts.a.groupPolicy",
        "channels.pigeon.groupPolicy",
      ],
    );
  });
});
