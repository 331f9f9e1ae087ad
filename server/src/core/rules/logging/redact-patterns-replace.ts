import type { Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";

const removal: Fix = {
  title: "Remove it: the built-in patterns apply again",
  safety: "review",
  changes: [{ op: "remove", path: ["logging", "redactPatterns"] }],
};

/** `/pattern/flags`, or a pattern alone (logging/redact.js, parsePattern). */
const delimited = /^\/(.+)\/([gimsuy]*)$/;

/** Whether the release can use a pattern; one that it cannot is passed over without a word. */
function isUsable(text: string): boolean {
  if (text.trim() === "") return false;
  const [, body, flags = ""] = delimited.exec(text) ?? [];
  try {
    return body === undefined
      ? new RegExp(text, "gi").global
      : new RegExp(body, flags.includes("g") ? flags : `${flags}g`).global;
  } catch {
    return false;
  }
}

/** Whether an entry is certainly useless; what a variable holds is not known. */
const isUseless = (lookup: Lookup): boolean =>
  lookup.state === "set" &&
  typeof lookup.value === "string" &&
  !isUsable(lookup.value);

export const loggingRedactPatternsReplace = defineRule({
  code: "logging.redact_patterns_replace",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    "logging.redactPatterns",
    "logging.redactPatterns[]",
    "logging.redactSensitive",
  ],
  fixable: "always",
  docs: {
    summary: "Patterns of your own switch the built-in masking off",
    why: "The list replaces the patterns that know API keys, tokens and private keys, it does not add to them: only what your own patterns match is masked afterwards. A pattern that is no regular expression is passed over without a word, and a list of nothing but such patterns masks nothing at all.",
    remedy:
      "Remove the list, or write patterns into it for every kind of secret that may turn up, keys of providers and tokens of bots included.",
    bad: `{ gateway: { mode: "local" }, logging: { redactPatterns: ["internal-\\\\d+"] } }`,
    good: `{ gateway: { mode: "local" }, logging: { redactSensitive: "tools" } }`,
    since: "next",
    calm: "An empty list changes nothing and is passed over, and so is any list while masking is off, of which another rule speaks.",
    upstream: {
      relation: "ours",
      reason: "The audit looks whether masking is on, not at what is masked.",
    },
  },
  *check(config) {
    const list = config.at("logging.redactPatterns");
    const patterns = config.items("logging.redactPatterns");
    if (list.state !== "group" || patterns.length === 0) return;
    const mode = config.at("logging.redactSensitive");
    if (mode.state === "set" && mode.value === "off") return;
    const useless = patterns.filter(({ lookup }) => isUseless(lookup));
    const maskNothing = useless.length === patterns.length;
    yield {
      at: list,
      message: maskNothing
        ? "logging.redactPatterns replaces the built-in patterns, and none of its own is a regular expression: nothing is masked"
        : "logging.redactPatterns replaces the built-in patterns: keys and tokens that yours do not match are no longer masked",
      ...(maskNothing
        ? { severity: { recommended: "warning", strict: "warning" } }
        : {}),
      related: maskNothing
        ? []
        : useless.map(({ lookup }) => ({
            at: lookup,
            message: "This is no regular expression and is passed over",
          })),
      fixes: [removal],
    };
  },
});
