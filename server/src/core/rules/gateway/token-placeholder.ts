import { weaknessText } from "../secrets/low-entropy.ts";
import { defineRule } from "../rule.ts";
import {
  renewSecret,
  secretInUse,
  secretInUsePatterns,
} from "./secret-in-use.ts";

export const gatewayTokenPlaceholder = defineRule({
  code: "gateway.token_placeholder",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...secretInUsePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway's secret is one that anybody can guess",
    why: "Values that stand in articles and documentation, rows of the keyboard, repeated groups and common words with a few digits are what a guesser tries first. The official audit measures length alone and accepts them.",
    remedy: "Generate a new secret, or read it from the environment.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "your-long-random-token-here" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It knows published values, unfilled templates, and patterns that a random secret of the usual length shows once in many thousands. Only the secret that the gateway really asks for is judged.",
    upstream: {
      relation: "ours",
      reason:
        "The audit measures length alone, and the best-known example is long enough.",
    },
  },
  *check(config) {
    const { secret } = secretInUse(config);
    if (secret?.weakness === undefined) return;
    yield {
      at: secret.lookup,
      message: `The gateway ${secret.kind} ${weaknessText[secret.weakness]}`,
      fixes: renewSecret(secret, config.situation),
    };
  },
});
