import type { DottedPath } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

const files = [
  "gateway.tls.certPath",
  "gateway.tls.keyPath",
  "gateway.tls.caPath",
] as const satisfies readonly DottedPath[];

export const gatewayTlsNotEnabled = defineRule({
  code: "gateway.tls_not_enabled",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["gateway.tls.enabled", ...files, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "A certificate is set, and TLS is off",
    why: "TLS is off unless `gateway.tls.enabled` is true. The paths alone do nothing, so the gateway talks in plain text although the file looks as if it did not.",
    remedy: "Set `gateway.tls.enabled` to true, or remove the paths.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { certPath: "~/tls/cert.pem", keyPath: "~/tls/key.pem" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { enabled: true, certPath: "~/tls/cert.pem", keyPath: "~/tls/key.pem" } } }`,
    since: "next",
    calm: "It needs a written path and no `enabled` beside it; `enabled: false` is taken as meant.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at TLS.",
    },
  },
  *check(config) {
    const enabled = config.at("gateway.tls.enabled");
    if (enabled.state !== "absent") return;
    const path = files.find((file) => config.at(file).state !== "absent");
    if (path === undefined || isClientFile(config)) return;
    yield {
      at: enabled,
      place: config.at(path),
      message: `${path} is set, but gateway.tls.enabled is not true, so the gateway talks in plain text`,
      fixes: [
        {
          title: "Switch TLS on",
          safety: "review",
          preferred: true,
          asks: "The gateway does not start unless certificate and key are there, and clients have to use wss://.",
          changes: [
            { op: "set", path: ["gateway", "tls", "enabled"], value: true },
          ],
        },
      ],
    };
  },
});
