import assert from "node:assert/strict";
import { allSettingPatterns } from "../../../scripts/generate-config-paths.ts";
import type { ChannelRow } from "../../../server/src/core/dialects/clawdbot/channel-row.ts";
import {
  channelRow,
  channels,
} from "../../../server/src/core/dialects/clawdbot/channels.ts";
import {
  plugins,
  slotDefaults,
} from "../../../server/src/core/dialects/clawdbot/plugins.ts";
import {
  coreTools,
  sandboxTools,
  toolAliases,
  toolGroups,
  toolProfiles,
} from "../../../server/src/core/dialects/clawdbot/tools.ts";

/** The settings a row names, as patterns below the channel or an account. */
function keysOf({
  directMessages,
  groups,
  credentials,
}: ChannelRow): readonly string[] {
  const dm =
    directMessages?.style === "nested"
      ? ["dm", "dm.policy", "dm.allowFrom", "dm.enabled"]
      : ["dmPolicy", "allowFrom"];
  const places = groups?.places ?? [];
  return [
    ...(directMessages === undefined ? [] : dm),
    ...(groups === undefined ? [] : ["groupPolicy", ...places]),
    ...(groups?.senders === undefined ? [] : [groups.senders]),
    ...places.flatMap(
      (place) =>
        groups?.placeSenders.map((path) => [place, "*", ...path].join(".")) ??
        [],
    ),
    ...credentials.anyOf.flatMap(({ all }) => all.map(({ key }) => key)),
  ];
}

describe("the table of channels", () => {
  it("has the 17 channels in the audit's order", () => {
    // The order in which the audit of the release printed findings on all of them.
    assert.deepEqual(
      channels.map(({ id }) => id),
      [
        "telegram",
        "discord",
        "slack",
        "signal",
        "imessage",
        "whatsapp",
        "msteams",
        "googlechat",
        "line",
        "matrix",
        "mattermost",
        "nextcloud-talk",
        "nostr",
        "tlon",
        "zalo",
        "zalouser",
        "bluebubbles",
      ],
    );
  });

  it("finds rows by id alone", () => {
    assert.equal(channelRow("line")?.label, "LINE");
    assert.equal(channelRow("defaults"), undefined);
    assert.equal(
      channelRow("gchat"),
      undefined,
      "an alias is no key under channels",
    );
  });

  it("has every name once", () => {
    const names = channels.flatMap(({ id, aliases }) => [id, ...aliases]);
    assert.equal(new Set(names).size, names.length);
  });

  it("writes policies into accounts only where a schema does", () => {
    for (const {
      id,
      hasSchema,
      groups,
      directMessages,
      accounts,
    } of channels) {
      if (groups !== undefined)
        assert.equal(groups.accountPolicy === "own", hasSchema, id);
      if (groups !== undefined)
        assert.equal(groups.obeysDefaults, !hasSchema, id);
      if (!hasSchema && accounts !== undefined && directMessages !== undefined)
        assert.equal(directMessages.accountPolicy, "inherited", id);
    }
  });

  it("names the very channels that plugins bring", () => {
    const brought = plugins
      .filter(({ channel }) => channel)
      .map(({ id }) => id);
    assert.deepEqual(brought, channels.map(({ id }) => id).toSorted());
  });

  describe("names settings that there are", () => {
    let known: ReadonlySet<string>;
    before(async () => {
      known = new Set(await allSettingPatterns("."));
    });

    for (const row of channels) {
      it(row.id, () => {
        const missing = keysOf(row)
          .flatMap((key) => [
            `channels.${row.id}.${key}`,
            ...(row.accounts === undefined
              ? []
              : [`channels.${row.id}.accounts.*.${key}`]),
          ])
          .filter((pattern) => !known.has(pattern));
        assert.deepEqual(missing, []);
        const own = [
          ...(row.accounts?.namesDefault ? ["defaultAccount"] : []),
          ...(row.accounts?.defaultBeside ?? []),
          ...(row.onlyListed ? [row.onlyListed] : []),
        ];
        assert.deepEqual(
          own.filter((key) => !known.has(`channels.${row.id}.${key}`)),
          [],
        );
        assert.equal(
          known.has(`channels.${row.id}.accounts`),
          row.accounts !== undefined,
        );
      });
    }
  });
});

describe("the table of tools", () => {
  it("has no tool twice in a group, and no group inside another", () => {
    for (const [name, members] of Object.entries(toolGroups)) {
      assert.equal(new Set(members).size, members.length, name);
      assert.ok(
        members.every((member) => !member.startsWith("group:")),
        name,
      );
    }
  });

  it("builds profiles and sandboxes from tools and groups there are", () => {
    const known = new Set([...coreTools, ...Object.keys(toolGroups)]);
    const used = [
      ...Object.values(toolProfiles).flatMap((list) => list ?? []),
      ...sandboxTools.allow,
      ...Object.values(toolAliases),
    ];
    assert.deepEqual(
      used.filter((name) => !known.has(name)),
      [],
    );
  });

  it("denies a sandbox its channels' own tools", () => {
    const builtIn = channels.filter((row) => row.builtIn).map(({ id }) => id);
    const denied = sandboxTools.deny.filter(
      (name) => channelRow(name) !== undefined,
    );
    assert.deepEqual(denied.toSorted(), builtIn.toSorted());
  });
});

describe("the table of plugins", () => {
  it("has 28 of them, in order", () => {
    const ids = plugins.map(({ id }) => id);
    assert.equal(ids.length, 28);
    assert.deepEqual(ids, ids.toSorted());
  });

  it("fills the memory slot with one that fits", () => {
    assert.equal(
      plugins.find(({ id }) => id === slotDefaults.memory)?.slot,
      "memory",
    );
  });
});
