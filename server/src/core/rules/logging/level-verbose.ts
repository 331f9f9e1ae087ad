import type { Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";

/**
 * What each level really lets into the log file. The release counts levels downwards from fatal, the library that writes the
 * file upwards from silly (logging/levels.js and logging/logger.js; found by logging a line of each level).
 */
const reallyWritten: { readonly [level: string]: string } = {
  fatal: "everything, trace lines included,",
  error: "everything, trace lines included,",
  warn: "all but trace lines, debug lines included,",
  debug: "warnings and errors only",
  trace: "errors only",
};

const wordOf = (lookup: Lookup): string =>
  lookup.state === "set" && typeof lookup.value === "string"
    ? lookup.value
    : "";

const toInfo = (key: "level" | "consoleLevel"): Fix => ({
  title: 'Set to "info"',
  safety: "safe",
  preferred: true,
  changes: [{ op: "set", path: ["logging", key], value: "info" }],
});

export const loggingLevelVerbose = defineRule({
  code: "logging.level_verbose",
  effect: "risk",
  severity: { recommended: "info", strict: "info" },
  watches: ["logging.level", "logging.consoleLevel"],
  fixable: "always",
  docs: {
    summary:
      "Log lines for developers are written, or the level does the reverse",
    why: 'Debug lines quote messages: what people write to the assistant on WhatsApp and what it answers. In this release `logging.level` works backwards for the log file: `"error"` and `"fatal"` write everything, `"warn"` all but the finest lines, while `"debug"` keeps all below a warning out and `"trace"` all below an error. `"info"` alone does what it says. `logging.consoleLevel` works as expected, and what goes to the console of a service is kept by the system\'s journal.',
    remedy:
      'Use `"info"` for both; look for details with `clawdbot gateway --verbose` while you need them.',
    bad: `{ gateway: { mode: "local" }, logging: { level: "error" } }`,
    good: `{ gateway: { mode: "local" }, logging: { level: "info" } }`,
    since: "next",
    calm: 'Only written levels are looked at; "info", which is the default, and "silent" do what they say.',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at levels.",
    },
  },
  *check(config) {
    const level = config.at("logging.level");
    const word = wordOf(level);
    const written = Object.hasOwn(reallyWritten, word)
      ? reallyWritten[word]
      : undefined;
    if (written !== undefined)
      yield {
        at: level,
        message: `logging.level "${word}" writes ${written} to the log file: levels work backwards there in this release`,
        fixes: [toInfo("level")],
      };
    const console = config.at("logging.consoleLevel");
    const consoleWord = wordOf(console);
    if (consoleWord === "debug" || consoleWord === "trace")
      yield {
        at: console,
        message: `logging.consoleLevel "${consoleWord}" prints debug lines, which quote messages`,
        fixes: [toInfo("consoleLevel")],
      };
  },
});
