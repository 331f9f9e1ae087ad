import {
  chosenModelPatterns,
  chosenModels,
  runModelPatterns,
  runModels,
  type RunModel,
} from "../../access/chosen-models.ts";
import { defineRule } from "../rule.ts";
import { asOneForAudit, quoted } from "./each-model.ts";

/** The audit's own families (the release's security/audit-extra.js). */
const families: readonly (readonly [RegExp, string])[] = [
  [/\bgpt-3\.5\b/i, "GPT-3.5"],
  [/\bclaude-(?:instant|2)\b/i, "Claude 2 or Instant"],
  [/\bgpt-4-(?:0314|0613)\b/i, "an early GPT-4"],
];

export const modelsLegacy = defineRule({
  code: "models.legacy",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "warning" },
  watches: [...chosenModelPatterns, ...runModelPatterns],
  fixable: "never",
  whyNoFix:
    "Which model you have access to and want to pay for is yours to say.",
  docs: {
    summary: "An agent uses an outdated model",
    why: "Models of those years follow instructions that stand in a mail or on a web page as readily as yours.",
    remedy: "Choose a current model of the same maker.",
    bad: `{ gateway: { mode: "local" }, agents: { defaults: { model: { primary: "openai/gpt-3.5-turbo" } } } }`,
    good: `{ gateway: { mode: "local" }, agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
    since: "next",
    calm: "It knows three families by name and judges no other. The models of webhooks, where those are on, and of sub-agents are judged as well, of which the audit does not ask.",
    upstream: { relation: "stricter", checkId: "models.legacy" },
  },
  *check(config) {
    const familyOf = ({ id }: RunModel): string | undefined =>
      families.find(([pattern]) => pattern.test(id))?.[1];
    const says = (model: RunModel, family: string): string =>
      `${quoted(model)} is ${family}, easily talked into things by what it reads`;
    for (const model of runModels(config)) {
      const family = familyOf(model);
      if (family === undefined) continue;
      yield {
        at: model.lookup,
        message: says(model, family),
        asUpstream: false,
      };
    }
    let count = 0;
    for (const model of chosenModels(config)) {
      const family = familyOf(model);
      if (family === undefined) continue;
      yield {
        at: model.lookup,
        message: says(model, family),
        ...asOneForAudit(count),
      };
      count += 1;
    }
  },
});
