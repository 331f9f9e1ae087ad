import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { requireLogin, unlessSet } from "./gateway-secret.ts";

export const gatewayLoopbackNoAuth = defineRule({
  code: "gateway.loopback_no_auth",
  effect: "risk",
  severity: { upstream: "error", recommended: "info", strict: "warning" },
  watches: [
    ...bindPatterns,
    ...gatewayAuthPatterns,
    "gateway.mode",
    "gateway.controlUi.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway asks nobody on this computer for a login",
    why: "Every program and every user of this computer can drive the assistant, and a reverse proxy or tunnel in front of the port lets strangers in the same way.",
    remedy:
      "Require a token. Keep it in the environment, or let Clawdbot Config generate one.",
    bad: `{ gateway: { mode: "local", bind: "loopback" } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "In the recommended profile it is an info, silent once a secret is in the file or known to be in the environment, and silent for a file that only points to a remote gateway.",
    upstream: { relation: "same", checkId: "gateway.loopback_no_auth" },
  },
  *check(config) {
    if (
      bindOf(config).value !== "loopback" ||
      is(config.at("gateway.controlUi.enabled"), false)
    )
      return;
    const auth = gatewayAuth(config);
    if (auth.mode !== "none") return;
    yield {
      at: config.at("gateway.auth"),
      message: `Programs on this computer reach the gateway without a token or password${unlessSet(auth.hinges)}`,
      hinges: auth.hinges,
      onlyUpstream: is(config.at("gateway.mode"), "remote"),
      fixes: requireLogin(config.situation),
    };
  },
});
