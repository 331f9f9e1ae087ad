import assert from "node:assert/strict";
import { registry } from "../../../server/src/core/rules/registry.generated.ts";

/**
 * What the program of 2026.1.24-3 prints when it does not start (cli/gateway-cli/run.js, gateway/server-runtime-config.js,
 * gateway/hooks.js, infra/tls/gateway.js, gateway/server/http-listen.js): people search for it.
 */
const printed: Readonly<Record<string, string>> = {
  "startup.bind_without_auth": "Refusing to bind gateway to lan without auth.",
  "startup.funnel_without_password":
    "tailscale funnel requires gateway auth mode=password (set gateway.auth.password or CLAWDBOT_GATEWAY_PASSWORD)",
  "startup.hooks_path_root": "hooks.path may not be '/'",
  "startup.hooks_without_token": "hooks.enabled requires hooks.token",
  "startup.mode_not_local":
    "Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.",
  "startup.password_missing":
    "Gateway auth is set to password, but no password is configured.",
  "startup.port_out_of_range":
    "Gateway failed to start: failed to bind gateway socket on ws://127.0.0.1:99999",
  "startup.tailscale_bind":
    "tailscale serve/funnel requires gateway bind=loopback (127.0.0.1)",
  "startup.tls_files_missing": "gateway tls: cert/key missing",
  "startup.token_missing":
    "Gateway auth is set to token, but no token is configured.",
};

describe("what stops the gateway", () => {
  const rules = registry.filter(({ effect }) => effect === "no-start");
  it("is a rule of startup each, with its message known", () =>
    assert.deepEqual(
      rules.map(({ code }) => code).sort(),
      Object.keys(printed).sort(),
    ));
  for (const { code, docs, fixable } of rules)
    it(`${code} quotes the program, and can be repaired`, () => {
      assert.ok(docs.why.includes(`"${printed[code] ?? ""}`), docs.why);
      assert.notEqual(fixable, "never");
    });
});
