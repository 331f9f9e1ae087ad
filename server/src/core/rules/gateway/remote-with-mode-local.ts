import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { is, type Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";

const isWritten = (lookup: Lookup): boolean => lookup.state !== "absent";

export const gatewayRemoteWithModeLocal = defineRule({
  code: "gateway.remote_with_mode_local",
  effect: "note",
  severity: { recommended: "hint", strict: "info" },
  watches: [
    ...gatewayAuthPatterns,
    "gateway.mode",
    "gateway.remote.url",
    "gateway.remote.token",
    "gateway.remote.password",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Settings for a gateway elsewhere, in a file that runs its own",
    why: 'Commands use `gateway.remote` only with `gateway.mode: "remote"`. With "local" they call the gateway on this computer, whatever stands there; only `gateway status` has a look at the other one.',
    remedy:
      'Set `gateway.mode` to "remote" if the gateway runs elsewhere, or keep the settings for later: they do no harm.',
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, remote: { url: "wss://bot.example.net" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It is a hint, and silent where a secret for elsewhere is mistaken for a login, which is told by itself.",
    upstream: {
      relation: "ours",
      reason: "The audit does not ask whether the settings are of use.",
    },
  },
  *check(config) {
    const mode = config.at("gateway.mode");
    if (!is(mode, "local")) return;
    const url = config.at("gateway.remote.url");
    const token = config.at("gateway.remote.token");
    const password = config.at("gateway.remote.password");
    const hasSecret = isWritten(token) || isWritten(password);
    const first = [url, token, password].find(isWritten);
    if (first === undefined) return;
    if (hasSecret && gatewayAuth(config).mode === "none") return;
    const remove: Fix = {
      title: "Remove it",
      safety: "review",
      changes: [{ op: "remove", path: ["gateway", "remote"] }],
    };
    yield {
      at: config.at("gateway.remote"),
      message:
        'gateway.remote is not used: gateway.mode is "local", so commands call the gateway on this computer',
      related: [{ at: mode, message: "The gateway runs here" }],
      // A secret that may stand nowhere else is never removed.
      fixes: hasSecret ? [] : [remove],
    };
  },
});
