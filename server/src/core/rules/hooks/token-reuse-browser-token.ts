import { browserTokenPatterns } from "../../access/browser-control.ts";
import { is } from "../../config/config-view.ts";
import { newSecret } from "../secrets/new-secret.ts";
import {
  browserTokenIdentity,
  secretIdentity,
} from "../secrets/same-secret.ts";
import { defineRule } from "../rule.ts";

export const hooksTokenReuseBrowserToken = defineRule({
  code: "hooks.token_reuse_browser_token",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: ["hooks.enabled", "hooks.token", ...browserTokenPatterns],
  fixable: "always",
  docs: {
    summary: "Webhooks share the token of browser control",
    why: "Systems that may only call a webhook hold a token with which they can drive the assistant's browser.",
    remedy: "Give webhooks a token of their own.",
    bad: `{ gateway: { mode: "local" }, browser: { controlToken: "\${SHARED_TOKEN}" }, hooks: { enabled: true, token: "\${SHARED_TOKEN}" } }`,
    good: `{ gateway: { mode: "local" }, browser: { controlToken: "\${SHARED_TOKEN}" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}" } }`,
    since: "next",
    calm: "Two texts, or two references to the same variable, have to be equal; different variables are never compared.",
    upstream: { relation: "same", checkId: "hooks.token_reuse_browser_token" },
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    const token = config.at("hooks.token");
    const identity = secretIdentity(token);
    if (identity === undefined || identity !== browserTokenIdentity(config))
      return;
    const other = config.at("browser.controlToken");
    yield {
      at: token,
      message: "hooks.token is the token of browser control as well",
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
