import { agentName } from "../../access/agents.ts";
import { execAccess, execPatterns } from "../../access/exec.ts";
import { is, lookupOf, type Lookup } from "../../config/config-view.ts";
import { knownText } from "../../config/known-text.ts";
import { defineRule } from "../rule.ts";

/** Whether an interval means never: nothing, or a number that is 0. */
const isNever = (every: string): boolean =>
  /^\s*0+(?:\.0+)?\s*[a-z]*\s*$/i.test(every);

export const cronUnattendedExec = defineRule({
  code: "cron.unattended_exec",
  effect: "risk",
  severity: { strict: "info" },
  watches: [
    ...execPatterns,
    "cron.enabled",
    "agents.defaults.heartbeat.every",
    "agents.list[].heartbeat.every",
  ],
  fixable: "never",
  whyNoFix:
    "Whether the agent is to work alone is yours to say; the sandbox is where to begin.",
  docs: {
    summary: "An agent runs commands while nobody is watching",
    why: "Heartbeats and planned jobs are runs that no person began. What the agent read before, a note it took or a mail it is to look at, may tell it what to do then, and nobody is there to stop it.",
    remedy:
      'Switch the sandbox on, let commands ask for approval, or set `cron.enabled: false` and `heartbeat.every: "0m"`.',
    bad: `{
  gateway: { mode: "local" },
  cron: { enabled: true },
}`,
    good: `{
  gateway: { mode: "local" },
  cron: { enabled: false },
}`,
    since: "next",
    calm: "Only the strict profile speaks, where the file itself asks for such runs and commands are neither kept in nor approved.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at runs that nobody began.",
    },
  },
  *check(config) {
    const asked: { readonly at: Lookup; readonly what: string }[] = [];
    const cron = config.at("cron.enabled");
    if (is(cron, true)) asked.push({ at: cron, what: "Planned jobs" });
    const every = config.at("agents.defaults.heartbeat.every");
    const text = knownText(every);
    if (text !== undefined && text !== "" && !isNever(text))
      asked.push({ at: every, what: "Heartbeats" });
    const { unguarded } = execAccess(config);
    const [first] = unguarded;
    if (first === undefined) return;
    for (const { at, what } of asked)
      yield {
        at,
        message: `${what} of ${agentName(first.sandbox.agent)} may run commands on this computer with nobody there`,
      };
    for (const { sandbox } of unguarded) {
      const node = sandbox.agent?.node.get("heartbeat")?.get("every");
      if (node === undefined || sandbox.agent === undefined) continue;
      const own = lookupOf(node, [...sandbox.agent.path, "heartbeat", "every"]);
      const interval = knownText(own);
      if (interval === undefined || interval === "" || isNever(interval))
        continue;
      yield {
        at: own,
        message: `Heartbeats of ${agentName(sandbox.agent)} may run commands on this computer with nobody there`,
      };
    }
  },
});
