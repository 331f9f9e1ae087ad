import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { isPublishedExample } from "../secrets/published-examples.ts";
import { defineRule } from "../rule.ts";
import { replaceSecret } from "./gateway-secret.ts";

/** The audit's own limit, in characters after trimming (the release's security/audit.js). */
const shortest = 24;

export const gatewayTokenTooShort = defineRule({
  code: "gateway.token_too_short",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: [...gatewayAuthPatterns],
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
    const { mode, token } = gatewayAuth(config);
    if (
      mode !== "token" ||
      token.state !== "set" ||
      typeof token.value !== "string"
    )
      return;
    const { length } = token.value.trim();
    if (length === 0 || length >= shortest) return;
    yield {
      at: token,
      message: `The gateway token has ${length} characters; fewer than ${shortest} can be guessed`,
      // A published example is worse than short, and says so itself.
      onlyUpstream: isPublishedExample(token.value),
      fixes: [
        {
          ...replaceSecret(["gateway", "auth", "token"], config.situation),
          preferred: true,
        },
      ],
    };
  },
});
