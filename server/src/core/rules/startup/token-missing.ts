import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { requireLogin, tokenVariable } from "../gateway/gateway-secret.ts";
import { unlessSet } from "../gateway/gateway-secret.ts";
import { defineRule } from "../rule.ts";
import {
  gatewayModePatterns,
  hanging,
  isClientFile,
  isModeOpen,
  namesIn,
} from "./obstacle.ts";

export const startupTokenMissing = defineRule({
  code: "startup.token_missing",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: [...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway is to ask for a token, and there is none",
    why: 'The gateway ends with "Gateway auth is set to token, but no token is configured." An empty string counts as none, and it hides the variable `CLAWDBOT_GATEWAY_TOKEN` besides.',
    remedy:
      "Set `CLAWDBOT_GATEWAY_TOKEN` where the gateway runs, or `gateway.auth.token` in the file. Remove an empty token.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "Where the variable may hold the token, it is an info that names the variable.",
    upstream: {
      relation: "ours",
      reason:
        "The audit takes a gateway in mode token for protected, token or not.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const auth = gatewayAuth(config);
    const isOpen = isModeOpen(auth);
    if (auth.tokenPresence === "present" || !(auth.mode === "token" || isOpen))
      return;
    const hinges = auth.hinges.filter((name) => name === tokenVariable);
    // A mode that a variable chooses fails either way when both secrets are certainly missing.
    const isDoomed = auth.passwordPresence === "absent" && !auth.hinges.length;
    const lead = isOpen
      ? `If ${namesIn(auth.modeSource)} is "token", the gateway does not start: it has no token`
      : auth.token.state === "absent"
        ? 'gateway.auth.mode is "token", but there is no token, so the gateway does not start'
        : `gateway.auth.token is empty, which also hides ${tokenVariable}, so the gateway does not start`;
    yield {
      at: auth.token,
      ...hanging(isOpen ? !isDoomed : hinges.length > 0),
      message: `${lead}${unlessSet(hinges)}`,
      hinges,
      fixes: requireLogin(config.situation),
    };
  },
});
