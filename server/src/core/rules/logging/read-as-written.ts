import type { Lookup } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

/** What the release reads from the file's own text, and from nowhere else (logging/config.js, readLoggingConfig). */
const keys = ["level", "file", "consoleLevel", "consoleStyle"] as const;

/** Why a setting does not do what it says; undefined where it does. */
function whyNot(lookup: Lookup, rootFile: string): string | undefined {
  if (lookup.state === "env")
    return lookup.path.at(-1) === "file"
      ? "no variable is put in here: the text itself is taken for the name of the file"
      : "no variable is put in here, so the default is used";
  if (lookup.state !== "set") return undefined;
  if (lookup.origin !== rootFile)
    return "the main file has a logging block of its own, and what others add to it is not read";
  const isHome =
    lookup.path.at(-1) === "file" &&
    typeof lookup.value === "string" &&
    /^\s*~/.test(lookup.value);
  return isHome
    ? "~ is not put in here: the log goes into a folder of that name where the gateway was started"
    : undefined;
}

export const loggingReadAsWritten = defineRule({
  code: "logging.read_as_written",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  // Whether the main file has the block can only be seen in its text.
  watches: [
    "**",
    "logging.level",
    "logging.file",
    "logging.consoleLevel",
    "logging.consoleStyle",
  ],
  fixable: "never",
  whyNoFix:
    "What the variable or ~ stands for is known only where the gateway runs.",
  docs: {
    summary: "A setting of the log is read as it is written",
    why: "Clawdbot reads `logging.level`, `file`, `consoleLevel` and `consoleStyle` from the text of its main file before it puts in variables, `~` and included files. With `${NAME}` the level silently is `info`, the log goes into a file of that very name, and what an included file says is lost.",
    remedy:
      "Write these four into the main file, with plain values and the whole path of the log file.",
    bad: `{ gateway: { mode: "local" }, logging: { level: "\${LOG_LEVEL}" } }`,
    good: `{ gateway: { mode: "local" }, logging: { level: "info" } }`,
    since: "next",
    calm: "Where the main file has no `logging` at all, Clawdbot reads the merged config, and the rule is silent.",
    upstream: {
      relation: "ours",
      reason: "The audit sees the config after everything was put in.",
    },
  },
  *check(config) {
    if (config.at("logging").state !== "group") return;
    const { resolved } = config;
    const own = resolved.document.root?.children?.some(
      ({ children }) =>
        children?.[0]?.value === "logging" && children[1]?.type === "object",
    );
    if (own !== true) return;
    for (const key of keys) {
      const lookup = config.at(["logging", key]);
      const why = whyNot(lookup, resolved.file);
      if (why === undefined) continue;
      yield { at: lookup, message: `logging.${key} does not count: ${why}` };
    }
  },
});
