import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const gatewayControlUiInsecureAuth = defineRule({
  code: "gateway.control_ui.insecure_auth",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: ["gateway.controlUi.allowInsecureAuth"],
  fixable: "always",
  docs: {
    summary: "The Control UI takes the token alone, over plain HTTP too",
    why: "No browser's device is checked or paired any more, over HTTPS either: the token or password alone is enough. Over plain HTTP it travels where others can read it.",
    remedy:
      "Remove the setting, and open the Control UI on this computer or over HTTPS, for instance through Tailscale Serve.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, controlUi: { allowInsecureAuth: true } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, controlUi: { allowInsecureAuth: false } } }`,
    since: "next",
    calm: "Only the written value `true` is reported.",
    upstream: { relation: "same", checkId: "gateway.control_ui.insecure_auth" },
  },
  *check(config) {
    const allow = config.at("gateway.controlUi.allowInsecureAuth");
    if (!is(allow, true)) return;
    yield {
      at: allow,
      message:
        "gateway.controlUi.allowInsecureAuth lets browsers in over plain HTTP with the token alone",
      fixes: [
        {
          title: "Require a secure connection",
          safety: "review",
          preferred: true,
          asks: "Browsers that open the Control UI over plain HTTP from other devices will be turned away.",
          changes: [
            {
              op: "set",
              path: ["gateway", "controlUi", "allowInsecureAuth"],
              value: false,
            },
          ],
        },
      ],
    };
  },
});
