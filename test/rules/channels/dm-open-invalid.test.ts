import assert from "node:assert/strict";
import { channelsDmOpenInvalid } from "../../../server/src/core/rules/channels/dm-open-invalid.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.dm.open_invalid", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ channels: { mattermost: { botToken: "x", baseUrl: "https://m.example.net", dmPolicy: "open", allowFrom: ["anna"] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { mattermost: { botToken: "x", baseUrl: "https://m.example.net", dmPolicy: "open", allowFrom: [] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { mattermost: { botToken: "x", baseUrl: "https://m.example.net", dmPolicy: "open", allowFrom: ["*"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { mattermost: { botToken: "x", baseUrl: "https://m.example.net", dmPolicy: "open", allowFrom: ["\${WHO}"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { mattermost: { botToken: "x", baseUrl: "https://m.example.net", dmPolicy: "pairing", allowFrom: ["anna"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", dmPolicy: "open" } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsDmOpenInvalid, text, { profile }).length,
        expected,
      ));
  }
});
