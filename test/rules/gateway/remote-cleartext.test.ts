import assert from "node:assert/strict";
import { gatewayRemoteCleartext } from "../../../server/src/core/rules/gateway/remote-cleartext.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.remote_cleartext";
const file = (url: string, more = `, token: "\${R}"`): string =>
  `{ gateway: { mode: "remote", remote: { url: "${url}"${more} } } }`;

describe(code, () => {
  it("points at the address", () =>
    check(
      gatewayRemoteCleartext,
      `{
  gateway: { mode: "remote", remote: { url: "ws://bot.example.net", password: "\${P}" } },
  //                                        ^^^^^^^^^^^^^^^^^^^^^^ gateway.remote_cleartext
}`,
    ));
  for (const [url, expected] of [
    ["ws://bot.example.net:18789", ["warning", "error"]],
    ["WS://192.168.1.5:18789", ["warning", "error"]],
    ["http://192.168.1.5:18789", ["warning", "error"]],
    ["wss://bot.example.net", ["silent", "silent"]],
    ["https://bot.example.net", ["silent", "silent"]],
    ["ws://127.0.0.1:18789", ["silent", "silent"]],
    ["ws://localhost:18789", ["silent", "silent"]],
    ["ws://[::1]:18789", ["silent", "silent"]],
    // A tailnet encrypts by itself.
    ["ws://bot.tail1234.ts.net:18789", ["silent", "info"]],
    ["ws://100.100.1.2:18789", ["silent", "info"]],
    ["ws://[fd7a:115c:a1e0::1]:18789", ["silent", "info"]],
    ["ws://100.200.1.2:18789", ["warning", "error"]],
    ["ws://${HOST}:18789", ["silent", "silent"]],
    ["bot.example.net:18789", ["silent", "silent"]],
  ] as const)
    it(url, () => assert.deepEqual(inProfiles(code, file(url)), expected));
  it("is milder without a secret, and where the address is not used", () => {
    const url = "ws://bot.example.net";
    assert.deepEqual(inProfiles(code, file(url, "")), ["info", "info"]);
    assert.deepEqual(
      inProfiles(code, file(url).replace(`"remote"`, `"local"`)),
      ["info", "info"],
    );
  });
  it("offers TLS, or a tunnel", () =>
    assert.deepEqual(fixesByTitle(code, file("ws://bot.example.net:20000")), {
      "Use wss://": file("wss://bot.example.net:20000"),
      "Go through an SSH tunnel": file("ws://127.0.0.1:20000"),
    }));
});
