import { bindOf, bindPatterns } from "../../access/gateway-auth.ts";
import {
  proxyEvidence,
  proxyEvidencePatterns,
} from "../../access/proxy-evidence.ts";
import { is } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { proxyAdvice } from "./proxy-advice.ts";

export const gatewayTrustedProxiesMissing = defineRule({
  code: "gateway.trusted_proxies_missing",
  effect: "risk",
  severity: { upstream: "warning", strict: "info" },
  watches: [
    ...bindPatterns,
    ...proxyEvidencePatterns,
    "gateway.controlUi.enabled",
    "gateway.trustedProxies[]",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway does not know the proxy in front of it",
    why: "Behind a reverse proxy every caller seems to come from this computer. A gateway that is not told about the proxy takes callers for local ones when the proxy sends no `X-Forwarded-For`, and pairs their devices unasked; when it does send one, nobody is local any more, and without a login nobody gets in.",
    remedy: `If a proxy runs on this computer, list it: \`trustedProxies: ["127.0.0.1", "::1"]\`, and require a token or password. ${proxyAdvice} Without a proxy nothing has to be done.`,
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, controlUi: { basePath: "/clawdbot" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, controlUi: { basePath: "/clawdbot" }, trustedProxies: ["127.0.0.1", "::1"] } }`,
    since: "next",
    calm: "The audit says it of every local installation. In the recommended profile it is silent unless the file itself points to a proxy: a base path for the Control UI, or a channel whose service calls the gateway (Slack over HTTP, Google Chat, Zalo webhooks).",
    upstream: { relation: "same", checkId: "gateway.trusted_proxies_missing" },
  },
  *check(config) {
    if (bindOf(config).value !== "loopback") return;
    if (config.items(["gateway", "trustedProxies"]).length > 0) return;
    const evidence = proxyEvidence(config).found;
    const hasControlUi = !is(config.at("gateway.controlUi.enabled"), false);
    if (evidence === undefined && !hasControlUi) return;
    const trust: Fix = {
      title: "Trust a proxy on this computer",
      safety: "review",
      asks: "The proxy has to overwrite X-Forwarded-For; one that appends lets callers pretend to be local.",
      changes: [
        {
          op: "set",
          path: ["gateway", "trustedProxies"],
          value: ["127.0.0.1", "::1"],
        },
      ],
    };
    const at = config.at("gateway.trustedProxies");
    if (evidence !== undefined) {
      yield {
        at,
        // The audit thinks of the Control UI alone.
        ...(!hasControlUi && { asUpstream: false }),
        severity: { recommended: "warning", strict: "warning" },
        message:
          "A proxy seems to stand in front of the gateway, and gateway.trustedProxies does not list it",
        related: [{ at: evidence.at, message: evidence.reason }],
        fixes: [trust],
      };
      return;
    }
    yield {
      at,
      message:
        "gateway.trustedProxies is empty; behind a reverse proxy every caller would seem to be local",
      fixes: [
        trust,
        {
          title: "Switch the Control UI off",
          safety: "review",
          asks: "The gateway will no longer serve its web page.",
          changes: [
            {
              op: "set",
              path: ["gateway", "controlUi", "enabled"],
              value: false,
            },
          ],
        },
      ],
    };
  },
});
