import {
  chosenModelPatterns,
  chosenModels,
} from "../../access/chosen-models.ts";
import { confinementOf, toolPolicyPatterns } from "../../access/tool-policy.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { asOneForAudit, quoted } from "./each-model.ts";

/** The audit's own limit, in billions of parameters (the release's security/audit-extra.js). */
const most = 300;

/**
 * A size in a model's name. The audit's expression takes the character behind as well, so that of two sizes side by side
 * it sees the first alone.
 */
const size = {
  forAudit: /(?:^|[^a-z0-9])[a-z]?(\d+(?:\.\d+)?)b(?:[^a-z0-9]|$)/g,
  ours: /(?:^|[^a-z0-9])[a-z]?(\d+(?:\.\d+)?)b(?![a-z0-9])/g,
};

/** The largest size in a model's name, in billions of parameters; undefined where it has none. */
function sizeOf(id: string, pattern: RegExp): number | undefined {
  const sizes = [...id.toLowerCase().matchAll(pattern)]
    .map((match) => Number(match[1]))
    .filter((each) => Number.isFinite(each) && each > 0);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/** Keeps everybody in, as far as the settings for all agents go. */
const confine: Fix = {
  title: "Put all agents in the sandbox",
  safety: "review",
  preferred: true,
  asks: "Agents will run in containers, which Docker has to provide, and lose the tools that the sandbox does not allow.",
  changes: [
    {
      op: "set",
      path: ["agents", "defaults", "sandbox", "mode"],
      value: "all",
    },
  ],
};

export const modelsSmallParams = defineRule({
  code: "models.small_params",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...chosenModelPatterns, ...toolPolicyPatterns],
  fixable: "sometimes",
  docs: {
    summary: "A small model works without a sandbox, or reads the web",
    why: "Small models do what the text in front of them says. With the web in reach, anybody's text gets in front of them; without a sandbox, what they do happens on your computer.",
    remedy:
      'Set `agents.defaults.sandbox.mode` to `"all"`, which also takes the web tools away unless the sandbox allows them, or choose a larger model.',
    bad: `{ gateway: { mode: "local" }, agents: { defaults: { model: { primary: "ollama/llama-3.1-8b" } } } }`,
    good: `{ gateway: { mode: "local" }, agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
    since: "next",
    calm: "Only a size that the name itself tells counts, up to 300 billion parameters. A small model in a sandbox without the web is no finding; the audit still lists it.",
    upstream: { relation: "same", checkId: "models.small_params" },
  },
  *check(config) {
    const small = chosenModels(config).flatMap((model) => {
      const found = model.forImages
        ? undefined
        : sizeOf(model.id, size.forAudit);
      return found === undefined || found > most
        ? []
        : [{ model, billions: sizeOf(model.id, size.ours) ?? found }];
    });
    const judged = small.map(({ model, billions }) => {
      const found = auditedAgent(model.agent);
      const { sandbox, webTools } = confinementOf(config, found);
      return {
        model,
        billions,
        sandbox,
        webTools,
        isSafe: sandbox === "all" && webTools.length === 0,
      };
    });
    // The worst first, so that it stands for the audit's one finding.
    const ordered = [
      ...judged.filter(({ isSafe }) => !isSafe),
      ...judged.filter(({ isSafe }) => isSafe),
    ];
    for (const [index, each] of ordered.entries()) {
      const { model, billions, sandbox, webTools, isSafe } = each;
      const how = isSafe
        ? "in a sandbox without the web"
        : [
            ...(sandbox === "all" ? [] : [`with sandbox "${sandbox}"`]),
            ...(webTools.length === 0 ? [] : [`with ${webTools.join(", ")}`]),
          ].join(" and ");
      yield {
        at: model.lookup,
        message: `${quoted(model)} has ${billions} billion parameters and works ${how}`,
        // Nothing is left to do then; only the audit says so.
        ...(isSafe ? { severity: { upstream: "info" } as const } : {}),
        onlyUpstream: isSafe || billions > most,
        ...asOneForAudit(index),
        fixes: isSafe ? [] : [confine],
      };
    }
  },
});

/** The agent whose settings the audit looks up: it cuts the id out of a path, so that one with a dot ends there. */
function auditedAgent(agent: string | undefined): string | undefined {
  const [upToDot = ""] = agent?.split(".") ?? [];
  return upToDot === "" ? undefined : upToDot;
}
