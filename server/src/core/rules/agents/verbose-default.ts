import { groupPatterns, groups } from "../../access/groups.ts";
import type { Lookup } from "../../config/config-view.ts";
import { defineRule, type RuleContext } from "../rule.ts";

/** A group in which the assistant answers and others read along: any group, or one that is named. */
const groupWithOthers = (config: RuleContext): Lookup | undefined => {
  const level = groups(config).find(
    ({ enabled, effective, policy, hasPlaces }) =>
      enabled &&
      effective &&
      (policy.value === "open" || (policy.value === "allowlist" && hasPlaces)),
  );
  return level === undefined
    ? undefined
    : (level.places ?? level.policy.lookup);
};

export const agentsVerboseDefault = defineRule({
  code: "agents.verbose_default",
  effect: "risk",
  severity: { recommended: "info", strict: "info" },
  watches: ["agents.defaults.verboseDefault", ...groupPatterns],
  fixable: "always",
  docs: {
    summary: "What tools do is shown in every chat",
    why: 'With `"on"` each use of a tool is announced in the chat, with file names and commands; with `"full"` what the tool returned follows, unmasked: the contents of files and pages, the output of commands. In a group everybody reads it.',
    remedy:
      "Leave it off, and say `/verbose on` or `/verbose full` in the one chat where you want it.",
    bad: `{ gateway: { mode: "local" }, agents: { defaults: { verboseDefault: "full" } } }`,
    good: `{ gateway: { mode: "local" }, agents: { defaults: { verboseDefault: "off" } } }`,
    since: "next",
    calm: 'It is off by default. "on" is an info; "full" is a warning only where groups are answered.',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at what is shown in chats.",
    },
  },
  *check(config) {
    const verbose = config.at("agents.defaults.verboseDefault");
    if (verbose.state !== "set") return;
    const { value } = verbose;
    if (value !== "on" && value !== "full") return;
    const group = groupWithOthers(config);
    const isSeen = value === "full" && group !== undefined;
    yield {
      at: verbose,
      message:
        value === "on"
          ? 'agents.defaults.verboseDefault "on" announces every use of a tool in the chat'
          : `agents.defaults.verboseDefault "full" puts what tools return into the chat${isSeen ? ", groups included" : ""}`,
      ...(isSeen
        ? {
            severity: { recommended: "warning", strict: "warning" } as const,
            related: [{ at: group, message: "Others read along here" }],
          }
        : {}),
      fixes: [
        {
          title: "Switch it off",
          safety: "safe",
          preferred: true,
          changes: [
            {
              op: "set",
              path: ["agents", "defaults", "verboseDefault"],
              value: "off",
            },
          ],
        },
      ],
    };
  },
});
