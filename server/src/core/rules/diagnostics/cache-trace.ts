import { is } from "../../config/config-view.ts";
import { whyShared } from "../logging/shared-folders.ts";
import { defineRule } from "../rule.ts";

export const diagnosticsCacheTrace = defineRule({
  code: "diagnostics.cache_trace",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    "diagnostics.cacheTrace.enabled",
    "diagnostics.cacheTrace.filePath",
  ],
  fixable: "always",
  docs: {
    summary: "Whole conversations are written to a file",
    why: "The trace keeps every prompt, every message and what tools returned, unmasked and without a limit, in `logs/cache-trace.jsonl` of the state folder or where `filePath` says. It is meant for a few minutes of looking for a fault.",
    remedy:
      "Switch it off when you are done, and delete the file. `includeMessages`, `includePrompt` and `includeSystem` leave parts out.",
    bad: `{ gateway: { mode: "local" }, diagnostics: { cacheTrace: { enabled: true } } }`,
    good: `{ gateway: { mode: "local" }, diagnostics: { cacheTrace: { enabled: false } } }`,
    since: "next",
    calm: "Only the written `true` is reported; it is off by default.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at diagnostics.",
    },
  },
  *check(config) {
    const enabled = config.at("diagnostics.cacheTrace.enabled");
    if (!is(enabled, true)) return;
    const file = config.at("diagnostics.cacheTrace.filePath");
    const why =
      file.state === "set" && typeof file.value === "string"
        ? whyShared(file.value)
        : undefined;
    yield {
      at: enabled,
      message:
        why === undefined
          ? "diagnostics.cacheTrace writes whole prompts and messages to a file"
          : `diagnostics.cacheTrace writes whole prompts and messages to a file where others can read it: ${why}`,
      ...(why === undefined
        ? {}
        : {
            severity: { recommended: "warning", strict: "error" } as const,
            related: [{ at: file, message: "The file" }],
          }),
      fixes: [
        {
          title: "Switch it off",
          safety: "safe",
          preferred: true,
          changes: [
            {
              op: "set",
              path: ["diagnostics", "cacheTrace", "enabled"],
              value: false,
            },
          ],
        },
      ],
    };
  },
});
