import assert from "node:assert/strict";
import {
  groupPlacePatterns,
  groupPlaces,
  type GroupPlace,
} from "../../../server/src/core/access/group-places.ts";
import { dotted, guarded, viewOf } from "./view-of.ts";

/** A place in a few words: what it is, who gets through, and whether a mention is needed. */
function inWords({
  lookup,
  isAnywhere,
  admitsAll,
  answersAll,
  level,
}: GroupPlace): string {
  const { channel, account } = level;
  const base = ["channels", channel.id].concat(
    account === undefined ? [] : ["accounts", account],
  );
  const name =
    lookup === undefined
      ? "any"
      : dotted(lookup.path.slice(lookup.path[2] === "accounts" ? 4 : 2));
  return [
    account ?? dotted(base.slice(1)),
    name + (isAnywhere && lookup !== undefined ? " (any)" : ""),
    admitsAll === undefined ? "listed" : `all by ${admitsAll.because}`,
    answersAll === true
      ? "every message"
      : answersAll === false
        ? "mentions"
        : "?",
  ].join(", ");
}

const placesOf = (channel: string, block: object): readonly string[] =>
  groupPlaces(
    guarded(viewOf({ channels: { [channel]: block } }), groupPlacePatterns),
  ).map(inWords);

describe("groupPlaces", () => {
  // What each line says was read in the channel's monitor in the release.
  const table: readonly (readonly [string, object, readonly string[]])[] = [
    ["telegram", {}, ["telegram, any, listed, mentions"]],
    ["telegram", { groupPolicy: "disabled" }, []],
    ["telegram", { groupPolicy: "${P}" }, []],
    ["telegram", { enabled: false, groupPolicy: "open" }, []],
    [
      "telegram",
      { groupPolicy: "open" },
      ["telegram, any, all by policy, mentions"],
    ],
    [
      "telegram",
      { groupAllowFrom: ["*"] },
      ["telegram, any, all by wildcard, mentions"],
    ],
    [
      "telegram",
      { allowFrom: ["*"] },
      ["telegram, any, all by wildcard, mentions"],
    ],
    [
      "telegram",
      { allowFrom: ["*"], groupAllowFrom: [] },
      ["telegram, any, listed, mentions"],
    ],
    [
      "telegram",
      {
        groupAllowFrom: ["*"],
        groups: {
          "-1": { allowFrom: [5], requireMention: false },
          "-2": { enabled: false },
        },
      },
      ["telegram, groups.-1, listed, every message"],
    ],
    [
      "telegram",
      {
        groups: {
          "-1": { topics: { 7: { requireMention: false, allowFrom: ["*"] } } },
        },
      },
      [
        "telegram, groups.-1, listed, mentions",
        "telegram, groups.-1.topics.7, all by wildcard, every message",
      ],
    ],
    [
      "telegram",
      { groupPolicy: "open", groups: { "*": { allowFrom: [5] } } },
      ["telegram, groups.* (any), listed, mentions"],
    ],
    [
      "whatsapp",
      {
        accounts: {
          a: { groups: { x: {} } },
          default: { groups: { y: { requireMention: false } } },
        },
      },
      [
        "a, groups.y, listed, every message",
        "default, groups.y, listed, every message",
      ],
    ],
    ["discord", {}, []],
    [
      "discord",
      { guilds: { 1: {} } },
      ["discord, guilds.1, all by no-list, mentions"],
    ],
    [
      "discord",
      { guilds: { "*": { users: [5] } } },
      ["discord, guilds.* (any), listed, mentions"],
    ],
    [
      "discord",
      {
        guilds: {
          1: {
            requireMention: false,
            users: [5],
            channels: {
              a: {},
              b: { users: ["*"], requireMention: true },
              c: { allow: false },
            },
          },
        },
      },
      [
        "discord, guilds.1.channels.a, listed, every message",
        "discord, guilds.1.channels.b, all by wildcard, mentions",
      ],
    ],
    [
      "discord",
      { groupPolicy: "open" },
      ["discord, any, all by policy, mentions"],
    ],
    [
      "slack",
      { channels: { C1: {} }, requireMention: false },
      ["slack, channels.C1, all by no-list, every message"],
    ],
    [
      "slack",
      { groupPolicy: "open", channels: { C1: { users: ["U1"] } } },
      [
        "slack, any, all by policy, mentions",
        "slack, channels.C1, listed, mentions",
      ],
    ],
    [
      "signal",
      { groupAllowFrom: ["+1"] },
      ["signal, any, listed, every message"],
    ],
    ["msteams", {}, ["msteams, any, listed, mentions"]],
    [
      "msteams",
      { teams: { t: {} } },
      ["msteams, teams.t, all by no-list, mentions"],
    ],
    [
      "msteams",
      { teams: { t: {} }, allowFrom: ["a"] },
      ["msteams, teams.t, listed, mentions"],
    ],
    ["googlechat", { groupAllowFrom: ["*"] }, []],
    [
      "googlechat",
      { groups: { "spaces/A": { users: ["*"] } } },
      ["googlechat, groups.spaces/A, all by wildcard, mentions"],
    ],
    [
      "matrix",
      { rooms: { r: { autoReply: true } } },
      ["matrix, rooms.r, all by no-list, every message"],
    ],
    [
      "matrix",
      { groups: { r: { autoReply: false, requireMention: false } } },
      ["matrix, groups.r, all by no-list, mentions"],
    ],
    ["matrix", { allowlistOnly: true, groupPolicy: "open" }, []],
    [
      "mattermost",
      { groupPolicy: "closed" },
      ["mattermost, any, all by policy, mentions"],
    ],
    [
      "nextcloud-talk",
      { groupPolicy: "closed" },
      ["nextcloud-talk, any, listed, mentions"],
    ],
    [
      "nextcloud-talk",
      { groupAllowFrom: ["*"], rooms: { a: { allowFrom: ["x"] }, b: {} } },
      [
        "nextcloud-talk, rooms.a, listed, mentions",
        "nextcloud-talk, rooms.b, all by wildcard, mentions",
      ],
    ],
    ["zalouser", {}, ["zalouser, any, all by policy, every message"]],
    [
      "zalouser",
      { groupPolicy: "allowlist", groups: { "*": {} } },
      ["zalouser, groups.* (any), all by no-list, every message"],
    ],
    [
      "bluebubbles",
      { groups: { a: {} }, groupAllowFrom: ["x"] },
      [
        "bluebubbles, any, listed, mentions",
        "bluebubbles, groups.a, listed, mentions",
      ],
    ],
    [
      "telegram",
      { groups: { "-1": { requireMention: "${M}" } } },
      ["telegram, groups.-1, listed, ?"],
    ],
    ["zalo", {}, []],
    [
      "signal",
      {
        groupPolicy: "open",
        accounts: { a: {}, b: { enabled: false, groupPolicy: "open" } },
      },
      ["a, any, listed, every message"],
    ],
    [
      "mattermost",
      { groupAllowFrom: ["*"], accounts: { a: { groupAllowFrom: ["x"] } } },
      ["a, any, listed, mentions"],
    ],
  ];
  for (const [channel, block, expected] of table)
    it(`${channel} ${JSON.stringify(block)}`, () =>
      assert.deepEqual(placesOf(channel, block), expected));
});
