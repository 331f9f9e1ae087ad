import assert from "node:assert/strict";
import { hooksGmailPublic } from "../../../server/src/core/rules/hooks/gmail-public.ts";
import { afterFix } from "../../support/after-fix.ts";
import { severities } from "../../support/severities.ts";

const code = "hooks.gmail_public";
const gmail = (text: string) =>
  `{ hooks: { enabled: true, token: "\${T}", gmail: { account: "me@example.com", ${text} } } }`;
const token = `pushToken: "\${PUSH}"`;
const warning = "recommended warning, strict warning";

describe(code, () => {
  for (const [text, expected] of [
    [gmail(`${token}, serve: { bind: "0.0.0.0" }`), warning],
    [gmail(`${token}, serve: { bind: "192.168.1.2" }`), warning],
    [gmail(`${token}, serve: { bind: "127.0.0.1" }`), ""],
    [gmail(`${token}, serve: { bind: "localhost" }`), ""],
    [gmail(`${token}, serve: { bind: "\${BIND}" }`), ""],
    [gmail(`${token}, serve: {}`), ""],
    [gmail(`${token}, tailscale: { mode: "funnel" }`), ""],
    [
      gmail(
        `pushToken: "0123456789abcdef0123456789abcdef", tailscale: { mode: "funnel" }`,
      ),
      "",
    ],
    [gmail(`pushToken: "short", tailscale: { mode: "funnel" }`), warning],
    [gmail(`pushToken: "short", tailscale: { mode: "serve" }`), ""],
    [gmail(`tailscale: { mode: "funnel" }`), "recommended info, strict info"],
    [
      `{ hooks: { gmail: { account: "me@example.com", serve: { bind: "0.0.0.0" } } } }`,
      "",
    ],
    [
      `{ hooks: { enabled: true, token: "\${T}", gmail: { serve: { bind: "0.0.0.0" } } } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(hooksGmailPublic, text), expected));
  }
  it("listens on this computer only", () =>
    assert.equal(
      afterFix(
        gmail(`${token}, serve: { bind: "0.0.0.0", port: 1 }`),
        code,
        "Listen on this computer only",
      ),
      gmail(`${token}, serve: { bind: "127.0.0.1", port: 1 }`),
    ));
});
