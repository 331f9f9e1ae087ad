import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const discoveryWideArea = defineRule({
  code: "discovery.wide_area",
  effect: "risk",
  severity: { recommended: "info", strict: "info" },
  watches: ["discovery.wideArea.enabled"],
  fixable: "always",
  docs: {
    summary: "The gateway is announced through DNS",
    why: "The gateway writes a DNS zone with its addresses in the tailnet, its port, the computer's name, and, where they are known, the port of SSH and the path of its own program. Whoever may ask the DNS server that serves the zone can read it.",
    remedy:
      "Leave it off unless phones have to find the gateway from other networks, and let the DNS server answer your own tailnet alone.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, discovery: { wideArea: { enabled: true } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, discovery: { wideArea: { enabled: false } } }`,
    since: "next",
    calm: "An info, for the written value `true`.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at discovery.",
    },
  },
  *check(config) {
    const enabled = config.at("discovery.wideArea.enabled");
    if (!is(enabled, true)) return;
    yield {
      at: enabled,
      message:
        "discovery.wideArea.enabled publishes the gateway's addresses, port and host name in a DNS zone",
      fixes: [
        {
          title: "Publish nothing",
          safety: "review",
          asks: "Devices on other networks will no longer find the gateway by themselves.",
          changes: [
            {
              op: "set",
              path: ["discovery", "wideArea", "enabled"],
              value: false,
            },
          ],
        },
      ],
    };
  },
});
