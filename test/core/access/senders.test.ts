import assert from "node:assert/strict";
import {
  distinctSenders,
  normalizedSender,
  senderList,
} from "../../../server/src/core/access/senders.ts";
import { channelRow } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import type { SenderForm } from "../../../server/src/core/dialects/clawdbot/channel-row.ts";
import { viewOf } from "./view-of.ts";

function formOf(channel: string): SenderForm {
  const form = channelRow(channel)?.directMessages?.senders;
  assert.ok(form, channel);
  return form;
}

describe("normalizedSender", () => {
  // From each channel's normalizeEntry in extensions/<id>/src/channel.ts of the release, worked by hand.
  const table = [
    ["telegram", "TG:Ann", "Ann"],
    ["telegram", "telegram:tg:1", "tg:1"],
    ["discord", "user:<@!123>", "123"],
    ["discord", "<@123>", "123"],
    ["discord", "Discord:Ann", "Ann"],
    ["slack", "user:U1", "U1"],
    ["signal", "signal:+1 (555) 000", "+1555000"],
    ["whatsapp", "1555-000", "+1555000"],
    ["imessage", "+1 555", "+1 555"],
    ["googlechat", "gchat:user:users/Ann", "ann"],
    ["line", "line:user:U1", "U1"],
    ["line", "line:U1", "U1"],
    ["matrix", "Matrix:@A:b.invalid", "@a:b.invalid"],
    ["mattermost", "user:@Ann", "ann"],
    ["nextcloud-talk", "nc:Ann", "ann"],
    ["zalo", "zl:1", "1"],
    ["zalouser", "zlu:1", "1"],
    ["bluebubbles", "bluebubbles:imessage:sms:A@b.invalid", "a@b.invalid"],
    ["bluebubbles", "+1 555", "+1555"],
    ["nostr", "nostr:AA", "nostr:AA"],
    ["nostr", `nostr:${"AB".repeat(32)}`, "ab".repeat(32)],
  ] as const;
  for (const [channel, written, expected] of table) {
    it(`${channel}: ${written} is ${expected}`, () => {
      assert.equal(normalizedSender(written, formOf(channel)), expected);
    });
  }
});

const count = (allowFrom: readonly unknown[]): number => {
  const view = viewOf({ channels: { telegram: { allowFrom } } });
  const list = senderList(view, view.at("channels.telegram.allowFrom"), "own");
  return distinctSenders(list, formOf("telegram"));
};

describe("distinctSenders", () => {
  it("counts people, not entries", () => {
    assert.equal(count([]), 0);
    assert.equal(count(["1", 1, " 1 ", "tg:1"]), 1);
    assert.equal(count(["1", "2", "*", "", " "]), 2);
  });

  it("counts every variable once", () => {
    assert.equal(count(["${A}", "${A}", "${B}", "1"]), 3);
  });
});
