import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "./obstacle.ts";

export const startupTlsFilesMissing = defineRule({
  code: "startup.tls_files_missing",
  effect: "no-start",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "gateway.tls.enabled",
    "gateway.tls.autoGenerate",
    "gateway.tls.certPath",
    "gateway.tls.keyPath",
    ...gatewayModePatterns,
  ],
  fixable: "sometimes",
  docs: {
    summary: "TLS is on, and its certificate or key may be missing",
    why: 'Without both files the gateway ends with "gateway tls: cert/key missing". It makes a pair only where neither file is there and `autoGenerate` is not false.',
    remedy:
      "Give both `certPath` and `keyPath`, or neither and let the gateway make a pair of its own.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { enabled: true, autoGenerate: false } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { enabled: true, autoGenerate: true } } }`,
    since: "next",
    calm: "Which files exist is not in the config, so it speaks only where one path is written and the other is not, or where making a pair is switched off and a path is left to chance.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at TLS.",
    },
  },
  *check(config) {
    if (isClientFile(config) || !is(config.at("gateway.tls.enabled"), true))
      return;
    const cert = config.at("gateway.tls.certPath");
    const key = config.at("gateway.tls.keyPath");
    const generate = config.at("gateway.tls.autoGenerate");
    const hasCert = cert.state !== "absent";
    const hasKey = key.state !== "absent";
    const isOff = is(generate, false);
    if (hasCert === hasKey && (hasCert || !isOff)) return;
    const missing = [
      ...(hasCert ? [] : ["gateway.tls.certPath"]),
      ...(hasKey ? [] : ["gateway.tls.keyPath"]),
    ].join(" and ");
    yield {
      at: isOff ? generate : hasCert ? key : cert,
      hangsOn: "machine",
      message: isOff
        ? `gateway.tls.autoGenerate is false and ${missing} ${hasCert || hasKey ? "is" : "are"} not set: the gateway starts only if the default files are there`
        : `${missing} is not set: unless the default file is there as well, the gateway does not start`,
      fixes: isOff
        ? [
            {
              title: "Let the gateway make certificate and key",
              safety: "review",
              changes: [
                {
                  op: "set",
                  path: ["gateway", "tls", "autoGenerate"],
                  value: true,
                },
              ],
            },
          ]
        : [],
    };
  },
});
