import assert from "node:assert/strict";
import { gatewayRemoteUrlInvalid } from "../../../server/src/core/rules/gateway/remote-url-invalid.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.remote_url_invalid";
const file = (url: string, more = ""): string =>
  `{ gateway: { mode: "remote", remote: { url: "${url}"${more} } } }`;

describe(code, () => {
  it("points at the address", () =>
    check(
      gatewayRemoteUrlInvalid,
      `{
  gateway: { mode: "remote", remote: { url: "bot.example.net" } },
  //                                        ^^^^^^^^^^^^^^^^^ gateway.remote_url_invalid
}`,
    ));
  // Which of these a WebSocket of the release's "ws" opens, and commands/gateway-status takes.
  for (const [url, meant] of [
    ["ws://127.0.0.1:18789", undefined],
    ["wss://bot.example.net/clawdbot", undefined],
    [" wss://bot.example.net ", undefined],
    ["${URL}", undefined],
    ["ws://${HOST}", undefined],
    ["https://bot.example.net", "wss://bot.example.net"],
    ["http://127.0.0.1:18789", "ws://127.0.0.1:18789"],
    ["bot.example.net:18789", "wss://bot.example.net:18789"],
    ["127.0.0.1:18789", "ws://127.0.0.1:18789"],
    ["localhost:18789", "ws://localhost:18789"],
    ["[::1]:18789", "ws://[::1]:18789"],
    ["//bot.example.net", "wss://bot.example.net"],
    ["wss://bot.example.net/#x", "wss://bot.example.net/"],
    ["ssh://me@bot.example.net", "nothing"],
    ["tcp://bot.example.net:18789", "nothing"],
    ["wss://", "nothing"],
    ["the one in the cellar", "nothing"],
  ] as const)
    it(`${url} means ${meant ?? "itself"}`, () => {
      const found = findingsOf(gatewayRemoteUrlInvalid, file(url)).length;
      assert.equal(found, meant === undefined ? 0 : 1);
      if (meant !== undefined)
        assert.deepEqual(
          fixesByTitle(code, file(url)),
          meant === "nothing" ? {} : { [`Write ${meant}`]: file(meant) },
        );
    });
  it("knows that a pinned certificate needs wss:// (gateway/client.js)", () => {
    const pin = `, tlsFingerprint: "sha256:ab"`;
    assert.deepEqual(fixesByTitle(code, file("ws://bot.example.net", pin)), {
      "Write wss://bot.example.net": file("wss://bot.example.net", pin),
    });
    check(gatewayRemoteUrlInvalid, file("wss://bot.example.net", pin));
    check(
      gatewayRemoteUrlInvalid,
      file("ws://bot.example.net", `, tlsFingerprint: " "`),
    );
  });
  it("belongs to the strict profile where the address is not used", () =>
    assert.deepEqual(
      inProfiles(code, file("bot").replace(`"remote"`, `"local"`)),
      ["silent", "warning"],
    ));
  it("never repeats a password in the address", () => {
    const [finding] = findingsOf(
      gatewayRemoteUrlInvalid,
      file("https://me:hush@bot.example.net"),
    );
    assert.doesNotMatch(finding?.message ?? "hush", /hush/);
  });
});
