import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import {
  passwordVariable,
  requirePassword,
  unlessSet,
} from "../gateway/gateway-secret.ts";
import { defineRule } from "../rule.ts";
import {
  gatewayModePatterns,
  hanging,
  isClientFile,
  isModeOpen,
  namesIn,
} from "./obstacle.ts";

export const startupPasswordMissing = defineRule({
  code: "startup.password_missing",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: [...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway is to ask for a password, and there is none",
    why: 'The gateway ends with "Gateway auth is set to password, but no password is configured." An empty string counts as none, and it hides the variable `CLAWDBOT_GATEWAY_PASSWORD` besides.',
    remedy:
      "Set `CLAWDBOT_GATEWAY_PASSWORD` where the gateway runs, or `gateway.auth.password` in the file. Remove an empty password.",
    bad: `{ gateway: { mode: "local", auth: { mode: "password", password: "" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "password", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" } } }`,
    since: "next",
    calm: "Where the variable may hold the password, it is an info that names the variable.",
    upstream: {
      relation: "ours",
      reason:
        "The audit takes a gateway in mode password for protected, password or not.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const auth = gatewayAuth(config);
    const isOpen = isModeOpen(auth);
    if (
      auth.passwordPresence === "present" ||
      !(auth.mode === "password" || isOpen)
    )
      return;
    const hinges = auth.hinges.filter((name) => name === passwordVariable);
    const isDoomed = auth.tokenPresence === "absent" && !auth.hinges.length;
    const lead = isOpen
      ? `If ${namesIn(auth.modeSource)} is "password", the gateway does not start: it has no password`
      : auth.password.state === "absent"
        ? 'gateway.auth.mode is "password", but there is no password, so the gateway does not start'
        : `gateway.auth.password is empty, which also hides ${passwordVariable}, so the gateway does not start`;
    yield {
      at: auth.password,
      ...hanging(isOpen ? !isDoomed : hinges.length > 0),
      message: `${lead}${unlessSet(hinges)}`,
      hinges,
      fixes: requirePassword(config.situation),
    };
  },
});
