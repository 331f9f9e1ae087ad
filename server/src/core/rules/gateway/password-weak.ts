import {
  gatewayReach,
  gatewayReachPatterns,
} from "../../access/gateway-reach.ts";
import { defineRule } from "../rule.ts";
import {
  renewSecret,
  secretInUse,
  secretInUsePatterns,
} from "./secret-in-use.ts";
import { shortestForAudit, shortestPassword } from "./secret-lengths.ts";

export const gatewayPasswordWeak = defineRule({
  code: "gateway.password_weak",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [...secretInUsePatterns, ...gatewayReachPatterns],
  fixable: "always",
  docs: {
    summary: "The gateway's password is short enough to guess",
    why: "The gateway does not slow repeated guesses down, and the official audit measures tokens only, never passwords. With Tailscale Funnel, which works with a password alone, the whole internet can try.",
    remedy:
      "Use a password of at least 24 characters: several words that nobody would put together, or what a password manager makes. Better, read it from `CLAWDBOT_GATEWAY_PASSWORD`.",
    bad: `{ gateway: { mode: "local", auth: { mode: "password", password: "kX4-vz7q" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "password", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" } } }`,
    since: "next",
    calm: "Below 12 characters it is a warning. From 12 to 23 it speaks only where Funnel opens the gateway to the internet, and in the strict profile. A password from a variable is never judged.",
    upstream: {
      relation: "ours",
      reason: "The audit has no check of a password's length.",
    },
  },
  *check(config) {
    const { secret } = secretInUse(config);
    if (secret?.kind !== "password" || secret.weakness !== undefined) return;
    const { length } = secret.text.trim();
    if (length === 0 || length >= shortestForAudit) return;
    const isPublic = gatewayReach(config).who === "internet";
    const isShort = length < shortestPassword;
    const limit = isShort && !isPublic ? shortestPassword : shortestForAudit;
    yield {
      at: secret.lookup,
      ...(isShort && isPublic
        ? { severity: { recommended: "error", strict: "error" } as const }
        : {}),
      onlyStrict: !isShort && !isPublic,
      message: `The gateway password has ${length} characters${isPublic ? ", and the whole internet can try it" : ""}; one of fewer than ${limit} can be guessed`,
      fixes: renewSecret(secret, config.situation),
    };
  },
});
