import { defineRule } from "../rule.ts";
import {
  renewSecret,
  secretInUse,
  secretInUsePatterns,
} from "./secret-in-use.ts";
import { shortestForAudit, shortestForBaseline } from "./secret-lengths.ts";

export const gatewayTokenWeak = defineRule({
  code: "gateway.token_weak",
  effect: "risk",
  severity: { strict: "warning" },
  watches: [...secretInUsePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway token is shorter than the baseline asks",
    why: "A token that a person made up has far less chance in it than its length suggests. With 32 random characters or more there is nothing to think about.",
    remedy: "Use 64 random hex digits, as `openssl rand -hex 32` prints them.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "k3w9-vz7q-81fm-xp0t-d6ab" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It belongs to the strict profile. A token of fewer than 24 characters is `gateway.token_too_short` instead, one that can be guessed `gateway.token_placeholder`: never two at once.",
    upstream: {
      relation: "ours",
      reason: "The audit is content with 24 characters.",
    },
  },
  *check(config) {
    const { secret } = secretInUse(config);
    if (secret?.kind !== "token" || secret.weakness !== undefined) return;
    const { length } = secret.text.trim();
    if (length < shortestForAudit || length >= shortestForBaseline) return;
    yield {
      at: secret.lookup,
      message: `The gateway token has ${length} characters; the baseline asks for ${shortestForBaseline}`,
      fixes: renewSecret(secret, config.situation),
    };
  },
});
