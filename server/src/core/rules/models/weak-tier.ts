import {
  chosenModelPatterns,
  chosenModels,
  runModelPatterns,
  runModels,
} from "../../access/chosen-models.ts";
import { defineRule } from "../rule.ts";
import { asOneForAudit, quoted } from "./each-model.ts";

/** What the audit calls weak (the release's security/audit-extra.js): by these patterns any later Claude is, too. */
const isWeakForAudit = (id: string): boolean =>
  /\bhaiku\b/i.test(id) ||
  (/\bgpt-/i.test(id) && !/\bgpt-5(?:\b|[.-])/i.test(id)) ||
  (/\bclaude-/i.test(id) && !/\bclaude-[^\s/]*?(?:-4-5\b|4\.5\b)/i.test(id));

/** A Claude's version from its name; dates are none. Undefined where the name has none. */
function claudeVersion(id: string): number | undefined {
  const name = /\bclaude-([^\s/]*)/i.exec(id)?.[1];
  if (name === undefined) return undefined;
  const match = /(?:^|-)(\d)(?:[.-](\d{1,2}))?(?![\d.])/.exec(name);
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number(match[2] ?? 0);
}

/** Why a model is weak by our judgement. */
function weakness(id: string): string | undefined {
  if (/\bhaiku\b/i.test(id)) return "a small model of its family";
  const gpt = /\bgpt-(\d+)/i.exec(id)?.[1];
  if (gpt !== undefined && Number(gpt) < 5) return "older than GPT-5";
  if (/\bgpt-oss\b/i.test(id)) return "a small model for home use";
  const claude = claudeVersion(id);
  return claude !== undefined && claude < 405
    ? "older than Claude 4.5"
    : undefined;
}

export const modelsWeakTier = defineRule({
  code: "models.weak_tier",
  effect: "risk",
  severity: { upstream: "warning", recommended: "info", strict: "warning" },
  watches: [...chosenModelPatterns, ...runModelPatterns],
  fixable: "never",
  whyNoFix:
    "Which model you have access to and want to pay for is yours to say.",
  docs: {
    summary: "An agent uses a model that is easily misled",
    why: "Smaller and older models follow instructions hidden in mails, web pages and messages more readily, and agents act on what they believe.",
    remedy:
      "Use the best current model wherever the agent has tools or strangers can write to it; leave small ones to agents that can do no harm.",
    bad: `{ gateway: { mode: "local" }, agents: { defaults: { model: { primary: "anthropic/claude-haiku-4-5" } } } }`,
    good: `{ gateway: { mode: "local" }, agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
    since: "next",
    calm: "An info. Models newer than the audit, which calls every later Claude and GPT weak, are not reported. The models of webhooks, where those are on, and of sub-agents are judged as well, of which the audit does not ask.",
    upstream: { relation: "stricter", checkId: "models.weak_tier" },
  },
  *check(config) {
    for (const model of runModels(config)) {
      const why = weakness(model.id);
      if (why === undefined) continue;
      yield {
        at: model.lookup,
        message: `${quoted(model)} is ${why}`,
        asUpstream: false,
      };
    }
    let count = 0;
    for (const model of chosenModels(config)) {
      const why = weakness(model.id);
      const isAudited = isWeakForAudit(model.id);
      if (why === undefined && !isAudited) continue;
      yield {
        at: model.lookup,
        message: `${quoted(model)} is ${why ?? "weak by the audit's patterns"}`,
        onlyUpstream: why === undefined,
        ...(isAudited ? asOneForAudit(count) : { asUpstream: false }),
      };
      if (isAudited) count += 1;
    }
  },
});
