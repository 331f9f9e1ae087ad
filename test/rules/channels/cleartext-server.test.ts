import assert from "node:assert/strict";
import { channelsCleartextServer as rule } from "../../../server/src/core/rules/channels/cleartext-server.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("channels.cleartext_server", () => {
  it("points at each address, once", () =>
    check(
      rule,
      `{ channels: {
  bluebubbles: { serverUrl: "http://imac.example.net:1234", accounts: { a: {}, b: {} } },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ channels.cleartext_server
  matrix: { homeserver: "http://matrix.example.org" },
  //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ channels.cleartext_server
  signal: { accounts: { a: { httpUrl: "http://8.8.8.8:8080" } } },
  //                                  ^^^^^^^^^^^^^^^^^^^^^ channels.cleartext_server
} }`,
    ));
  for (const url of [
    "https://chat.example.net",
    "http://127.0.0.1:8065",
    "http://localhost",
    "http://[::1]:80",
    "${MATTERMOST_URL}",
    "chat.example.net",
    "",
  ])
    it(`is silent on ${url || "nothing"}`, () =>
      check(rule, `{ channels: { mattermost: { baseUrl: "${url}" } } }`, {
        profile: "strict",
      }));
  it("is silent about a channel that is off", () =>
    check(
      rule,
      `{ channels: { mattermost: { enabled: false, baseUrl: "http://chat.example.net" } } }`,
    ));
  for (const host of [
    "192.168.1.20",
    "10.1.2.3",
    "172.16.0.1",
    "100.101.102.103",
    "imac",
    "imac.local",
    "imac.tail1234.ts.net",
    "[fd00::1]",
  ])
    it(`is told in the strict profile alone about ${host}`, () =>
      assert.deepEqual(
        profilesThatSpeak(
          rule,
          `{ channels: { bluebubbles: { serverUrl: "http://${host}:1234" } } }`,
        ),
        ["strict"],
      ));
  for (const host of ["172.32.0.1", "100.128.0.1", "11.0.0.1", "[2001:db8::1]"])
    it(`takes ${host} for public`, () =>
      assert.deepEqual(
        profilesThatSpeak(
          rule,
          `{ channels: { bluebubbles: { serverUrl: "http://${host}:1234" } } }`,
        ),
        ["recommended", "strict"],
      ));
  it("speaks https", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { tlon: { ship: "~zod", dmAllowlist: ["~nec"], url: "HTTP://zod.example.net" } } }`,
      ),
      [
        [
          "Use HTTPS",
          `{ gateway: { mode: "local" }, channels: { tlon: { ship: "~zod", dmAllowlist: ["~nec"], url: "https://zod.example.net" } } }`,
        ],
      ],
    ));
});
