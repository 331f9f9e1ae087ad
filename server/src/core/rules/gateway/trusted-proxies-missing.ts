import { bindOf, bindPatterns } from "../../access/gateway-auth.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

/** Settings that make no sense unless something stands in front of the gateway. */
function proxyEvidence(config: ConfigView): Lookup | undefined {
  const basePath = config.at("gateway.controlUi.basePath");
  const isMoved =
    basePath.state === "env" ||
    (basePath.state === "set" &&
      typeof basePath.value === "string" &&
      basePath.value.trim().replaceAll("/", "") !== "");
  if (isMoved) return basePath;
  // Google calls an address of its own over HTTPS, which the gateway on loopback does not offer.
  const audience = config.at("channels.googlechat.audience");
  return audience.state === "set" &&
    typeof audience.value === "string" &&
    /^\s*https:/i.test(audience.value)
    ? audience
    : undefined;
}

export const gatewayTrustedProxiesMissing = defineRule({
  code: "gateway.trusted_proxies_missing",
  effect: "risk",
  severity: { upstream: "warning", strict: "info" },
  watches: [
    ...bindPatterns,
    "gateway.controlUi.enabled",
    "gateway.controlUi.basePath",
    "gateway.trustedProxies[]",
    "channels.googlechat.audience",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway does not know the proxy in front of it",
    why: "Behind a reverse proxy every caller seems to come from this computer. Only headers of a proxy that is listed tell the gateway who is really local.",
    remedy:
      'If a proxy runs on this computer, list it: `trustedProxies: ["127.0.0.1", "::1"]`, let it **overwrite** `X-Forwarded-For` (not append to it), and require a token or password. Without a proxy nothing has to be done.',
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, controlUi: { basePath: "/clawdbot" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, controlUi: { basePath: "/clawdbot" }, trustedProxies: ["127.0.0.1", "::1"] } }`,
    since: "next",
    calm: "The audit says it of every local installation. In the recommended profile it is silent unless the file itself points to a proxy: a base path for the Control UI, or an HTTPS address at which Google Chat reaches the gateway.",
    upstream: { relation: "same", checkId: "gateway.trusted_proxies_missing" },
  },
  *check(config) {
    if (
      bindOf(config).value !== "loopback" ||
      is(config.at("gateway.controlUi.enabled"), false)
    )
      return;
    if (config.items(["gateway", "trustedProxies"]).length > 0) return;
    const evidence = proxyEvidence(config);
    yield {
      at: config.at("gateway.trustedProxies"),
      message:
        evidence === undefined
          ? "gateway.trustedProxies is empty; behind a reverse proxy every caller would seem to be local"
          : "A proxy seems to stand in front of the gateway, and gateway.trustedProxies does not list it",
      ...(evidence === undefined
        ? {}
        : {
            severity: { recommended: "warning", strict: "warning" } as const,
            related: [
              { at: evidence, message: "This is of use behind a proxy only" },
            ],
          }),
      fixes: [
        {
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
        },
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
