import { browserControlPatterns } from "../../access/browser-control.ts";
import { gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { newSecret } from "../secrets/new-secret.ts";
import {
  gatewayTokenIdentity,
  secretIdentity,
} from "../secrets/same-secret.ts";
import { defineRule } from "../rule.ts";
import { remoteControl } from "./remote-control.ts";

export const browserControlTokenReuseGatewayToken = defineRule({
  code: "browser.control_token_reuse_gateway_token",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: [...browserControlPatterns, ...gatewayAuthPatterns],
  fixable: "always",
  docs: {
    summary: "Browser control shares the gateway's token",
    why: "The machine that runs the browser holds a token that opens the whole gateway.",
    remedy: "Give browser control a token of its own.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, browser: { controlUrl: "https://browser.example.net", controlToken: "\${CLAWDBOT_GATEWAY_TOKEN}" } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, browser: { controlUrl: "https://browser.example.net", controlToken: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
    since: "next",
    calm: "Two texts, or two references to the same variable, have to be equal; different variables are never compared.",
    upstream: {
      relation: "same",
      checkId: "browser.control_token_reuse_gateway_token",
    },
  },
  *check(config) {
    const control = remoteControl(config);
    if (control === undefined || control.variable === "set") return;
    const { token } = control;
    const identity = secretIdentity(token);
    if (identity === undefined || identity !== gatewayTokenIdentity(config))
      return;
    const gatewayToken = config.at("gateway.auth.token");
    yield {
      at: token,
      message: "browser.controlToken is the gateway's token as well",
      ...(gatewayToken.state === "absent"
        ? {}
        : { related: [{ at: gatewayToken, message: "The same secret" }] }),
      onlyUpstream: control.onlyUpstream,
      fixes: newSecret(
        ["browser", "controlToken"],
        ownVariables.browserControlToken,
        "The other machine needs the same token.",
        config.situation,
      ),
    };
  },
});
