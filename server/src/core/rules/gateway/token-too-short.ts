import { defineRule } from "../rule.ts";
import {
  renewSecret,
  secretInUse,
  secretInUsePatterns,
} from "./secret-in-use.ts";
import { shortestForAudit } from "./secret-lengths.ts";

export const gatewayTokenTooShort = defineRule({
  code: "gateway.token_too_short",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: [...secretInUsePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway token is short enough to guess",
    why: "The token is all that stands between a caller and the assistant, and nothing slows down repeated guesses.",
    remedy: "Use 64 random hex digits, as `openssl rand -hex 32` prints them.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "k3w9-vz7q" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "Only a token written in the file is measured, and only when the gateway uses it; a variable's length is never guessed.",
    upstream: { relation: "same", checkId: "gateway.token_too_short" },
  },
  *check(config) {
    const { secret } = secretInUse(config);
    if (secret?.kind !== "token") return;
    const { length } = secret.text.trim();
    if (length === 0 || length >= shortestForAudit) return;
    yield {
      at: secret.lookup,
      message: `The gateway token has ${length} characters; fewer than ${shortestForAudit} can be guessed`,
      // A token that is guessed at any length is told as such.
      onlyUpstream: secret.weakness !== undefined,
      fixes: renewSecret(secret, config.situation),
    };
  },
});
