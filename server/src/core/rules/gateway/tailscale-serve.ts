import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const gatewayTailscaleServe = defineRule({
  code: "gateway.tailscale_serve",
  effect: "risk",
  severity: { upstream: "info", strict: "info" },
  watches: ["gateway.tailscale.mode"],
  fixable: "never",
  whyNoFix:
    "It is the recommended way to reach the gateway from other devices; whether you want that is for you to say.",
  docs: {
    summary: "The whole tailnet reaches the gateway",
    why: "Every device and every user of the tailnet can open the gateway. With the default settings Tailscale's own sign-in counts as a login.",
    remedy:
      "Nothing, if the tailnet is yours alone. Otherwise restrict it in Tailscale's access rules, or set `gateway.auth.allowTailscale` to false, so that everybody needs the token.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tailscale: { mode: "serve" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tailscale: { mode: "off" } } }`,
    since: "next",
    calm: 'An info of the strict profile, for the written value "serve".',
    upstream: { relation: "same", checkId: "gateway.tailscale_serve" },
  },
  *check(config) {
    const mode = config.at("gateway.tailscale.mode");
    if (!is(mode, "serve")) return;
    yield {
      at: mode,
      message:
        'gateway.tailscale.mode is "serve": every device of your tailnet reaches the gateway',
    };
  },
});
