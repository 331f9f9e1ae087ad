import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "./obstacle.ts";

/** A name of our choice: the program reads no variable for this by itself. */
const variable = "CLAWDBOT_HOOKS_TOKEN";

export const startupHooksWithoutToken = defineRule({
  code: "startup.hooks_without_token",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: ["hooks.enabled", "hooks.token", ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "Webhooks are on without a token",
    why: 'Whoever calls a webhook gives the assistant work, so the gateway wants a secret for it and otherwise ends with "hooks.enabled requires hooks.token". Blanks count as none, and no variable stands in.',
    remedy:
      "Set `hooks.token` to a long random value of its own, or switch webhooks off.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, hooks: { enabled: true } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}" } }`,
    since: "next",
    calm: "It needs `hooks.enabled: true` in the file, and no token or a blank one beside it.",
    upstream: {
      relation: "ours",
      reason: "The audit measures a token only where there is one.",
    },
  },
  *check(config) {
    if (isClientFile(config) || !is(config.at("hooks.enabled"), true)) return;
    const token = config.at("hooks.token");
    const isBlank =
      token.state === "set" &&
      typeof token.value === "string" &&
      token.value.trim() === "";
    if (token.state !== "absent" && !isBlank) return;
    const { newSecret } = config.situation;
    yield {
      at: token,
      message: `hooks.enabled is true, but hooks.token is ${isBlank ? "blank" : "missing"}, so the gateway does not start`,
      fixes: [
        {
          title: `Read the token from ${variable}`,
          safety: "review",
          preferred: true,
          introduces: [variable],
          changes: [
            {
              op: "set",
              path: ["hooks", "token"],
              value: `\${${variable}}`,
            },
          ],
        },
        {
          title: "Generate a token here",
          safety: "review",
          changes: [{ op: "set", path: ["hooks", "token"], value: newSecret }],
        },
        {
          title: "Switch webhooks off",
          safety: "review",
          changes: [{ op: "set", path: ["hooks", "enabled"], value: false }],
        },
      ],
    };
  },
});
