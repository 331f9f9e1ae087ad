import { gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { is } from "../../config/config-view.ts";
import { newSecret } from "../secrets/new-secret.ts";
import {
  gatewayTokenIdentity,
  secretIdentity,
} from "../secrets/same-secret.ts";
import { defineRule } from "../rule.ts";

export const hooksTokenReuseGatewayToken = defineRule({
  code: "hooks.token_reuse_gateway_token",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: ["hooks.enabled", "hooks.token", ...gatewayAuthPatterns],
  fixable: "always",
  docs: {
    summary: "Webhooks share the gateway's token",
    why: "Systems that may only call a webhook hold a token that opens the whole gateway.",
    remedy: "Give webhooks a token of their own.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, hooks: { enabled: true, token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}" } }`,
    since: "next",
    calm: "Two texts, or two references to the same variable, have to be equal; different variables are never compared.",
    upstream: { relation: "same", checkId: "hooks.token_reuse_gateway_token" },
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    const token = config.at("hooks.token");
    const identity = secretIdentity(token);
    if (identity === undefined || identity !== gatewayTokenIdentity(config))
      return;
    const other = config.at("gateway.auth.token");
    yield {
      at: token,
      message: "hooks.token is the gateway's token as well",
      ...(other.state === "absent"
        ? {}
        : { related: [{ at: other, message: "The same secret" }] }),
      fixes: newSecret(
        ["hooks", "token"],
        "CLAWDBOT_HOOKS_TOKEN",
        "Whoever calls your webhooks needs the new token.",
        config.situation,
      ),
    };
  },
});
