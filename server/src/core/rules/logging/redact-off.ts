import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const loggingRedactOff = defineRule({
  code: "logging.redact_off",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "warning" },
  watches: ["logging.redactSensitive"],
  fixable: "always",
  docs: {
    summary: "Secrets are written to the log unmasked",
    why: "Whoever can read the log, or a bug report that quotes it, reads your tokens.",
    remedy:
      'Set `logging.redactSensitive` to `"tools"`, or remove the key: that is its default.',
    bad: `{ gateway: { mode: "local" }, logging: { redactSensitive: "off" } }`,
    good: `{ gateway: { mode: "local" }, logging: { redactSensitive: "tools" } }`,
    since: "next",
    calm: 'Only the written value "off" is reported; masking is on by default.',
    upstream: { relation: "same", checkId: "logging.redact_off" },
  },
  *check(config) {
    const redaction = config.at("logging.redactSensitive");
    if (!is(redaction, "off")) return;
    yield {
      at: redaction,
      message:
        'logging.redactSensitive is "off": tool output goes to the log with secrets in it',
      fixes: [
        {
          title: 'Set to "tools"',
          safety: "safe",
          preferred: true,
          changes: [
            { op: "set", path: ["logging", "redactSensitive"], value: "tools" },
          ],
        },
      ],
    };
  },
});
