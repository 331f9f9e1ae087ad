import { is } from "../../config/config-view.ts";
import { newSecret } from "../secrets/new-secret.ts";
import { isPublishedExample } from "../secrets/published-examples.ts";
import { defineRule } from "../rule.ts";

/** The audit's own limit, in characters after trimming (the release's security/audit-extra.js). */
const shortest = 24;

export const hooksTokenTooShort = defineRule({
  code: "hooks.token_too_short",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: ["hooks.enabled", "hooks.token"],
  fixable: "always",
  docs: {
    summary: "The webhooks' token is short enough to guess",
    why: "Whoever guesses it can wake the assistant and give it instructions; nothing slows down repeated guesses.",
    remedy: "Use 64 random hex digits, as `openssl rand -hex 32` prints them.",
    bad: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "k3w9-vz7q" } }`,
    good: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}" } }`,
    since: "next",
    calm: "Only a token written in the file is measured, and only while webhooks are on.",
    upstream: { relation: "same", checkId: "hooks.token_too_short" },
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    const token = config.at("hooks.token");
    if (token.state !== "set" || typeof token.value !== "string") return;
    const { length } = token.value.trim();
    if (length === 0 || length >= shortest) return;
    yield {
      at: token,
      message: `hooks.token has ${length} characters; fewer than ${shortest} can be guessed`,
      // A published example is worse than short, and another rule says so.
      onlyUpstream: isPublishedExample(token.value),
      fixes: newSecret(
        ["hooks", "token"],
        "CLAWDBOT_HOOKS_TOKEN",
        "Whoever calls your webhooks needs the new token.",
        config.situation,
      ),
    };
  },
});
