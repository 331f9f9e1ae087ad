import { isRemote } from "../../access/browser-control.ts";
import { defineRule } from "../rule.ts";
import { parseHttpAddress } from "../../text/http-address.ts";
import { exporterPatterns, isExporting } from "./exporter.ts";

export const diagnosticsOtelCleartext = defineRule({
  code: "diagnostics.otel_cleartext",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...exporterPatterns,
    "diagnostics.otel.endpoint",
    "diagnostics.otel.headers.*",
  ],
  fixable: "always",
  docs: {
    summary: "Measurements go to the collector unencrypted",
    why: "Everybody on the way reads what the assistant does and when, and the headers with which it signs in to the collector.",
    remedy:
      "Use `https://`, or a collector on this machine that passes things on.",
    bad: `{ gateway: { mode: "local" }, plugins: { entries: { "diagnostics-otel": { enabled: true } } }, diagnostics: { enabled: true, otel: { enabled: true, endpoint: "http://collector.example.net:4318" } } }`,
    good: `{ gateway: { mode: "local" }, plugins: { entries: { "diagnostics-otel": { enabled: true } } }, diagnostics: { enabled: true, otel: { enabled: true, endpoint: "https://collector.example.net:4318" } } }`,
    since: "next",
    calm: "It needs a written `http://` address of another machine, both switches of diagnostics and the plugin that sends.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at diagnostics.",
    },
  },
  *check(config) {
    const endpoint = config.at("diagnostics.otel.endpoint");
    if (endpoint.state !== "set" || typeof endpoint.value !== "string") return;
    const address = parseHttpAddress(endpoint.value);
    if (typeof address === "string" || address.secure || !isRemote(address))
      return;
    if (!isExporting(config)) return;
    const headers = config.entries("diagnostics.otel.headers");
    yield {
      at: endpoint,
      message: `diagnostics.otel.endpoint is http:// on ${address.host}: what is sent${headers.length === 0 ? "" : ", and the headers that sign in,"} can be read on the way`,
      fixes: [
        {
          title: "Use HTTPS",
          safety: "review",
          preferred: true,
          changes: [
            {
              op: "set",
              path: ["diagnostics", "otel", "endpoint"],
              value: endpoint.value.replace(/^\s*http:/i, "https:"),
            },
          ],
        },
      ],
    };
  },
});
