import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { exporterPatterns, isExporting } from "./exporter.ts";

export const diagnosticsOtelLogs = defineRule({
  code: "diagnostics.otel_logs",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [...exporterPatterns, "diagnostics.otel.logs"],
  fixable: "always",
  docs: {
    summary: "The log is sent to a collector",
    why: "Every line of the log goes to the collector with all that is in it: senders, messages, the arguments of tools, names of files. Whoever runs or reads the collector reads along, and the masking of tool summaries does not cover it.",
    remedy:
      "Leave `logs` off and send traces and metrics, which hold numbers and names of models. If you need the log there, send it to a collector of your own.",
    bad: `{ gateway: { mode: "local" }, plugins: { entries: { "diagnostics-otel": { enabled: true } } }, diagnostics: { enabled: true, otel: { enabled: true, endpoint: "https://collector.example.net", logs: true } } }`,
    good: `{ gateway: { mode: "local" }, plugins: { entries: { "diagnostics-otel": { enabled: true } } }, diagnostics: { enabled: true, otel: { enabled: true, endpoint: "https://collector.example.net", logs: false } } }`,
    since: "next",
    calm: "Logs are left out by default; it needs the written `true`, both switches of diagnostics and the plugin that sends.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at diagnostics.",
    },
  },
  *check(config) {
    const logs = config.at("diagnostics.otel.logs");
    if (!is(logs, true) || !isExporting(config)) return;
    yield {
      at: logs,
      message:
        "diagnostics.otel.logs sends every line of the log to the collector, messages included",
      fixes: [
        {
          title: "Leave the log out",
          safety: "safe",
          preferred: true,
          changes: [
            { op: "set", path: ["diagnostics", "otel", "logs"], value: false },
          ],
        },
      ],
    };
  },
});
