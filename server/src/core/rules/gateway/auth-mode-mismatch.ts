import {
  gatewayAuth,
  gatewayAuthPatterns,
  type GatewayAuth,
} from "../../access/gateway-auth.ts";
import type { Fix } from "../../config/fix.ts";
import { isGiven } from "../secrets/is-given.ts";
import { defineRule, type FixableFinding } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { unlessSet } from "./gateway-secret.ts";
import { secretVariables } from "./secret-in-use.ts";

type Kind = "token" | "password";

const askFor = (kind: Kind, preferred: boolean): Fix => ({
  title: `Ask for the ${kind}`,
  safety: "review",
  preferred,
  asks: `Clients that send no ${kind} will be turned away.`,
  changes: [{ op: "set", path: ["gateway", "auth", "mode"], value: kind }],
});

/** A mode whose secret is missing, while the other one is there. */
function wrongMode(
  auth: GatewayAuth,
  kind: Kind,
  other: Kind,
): FixableFinding | undefined {
  const presence =
    kind === "token" ? auth.tokenPresence : auth.passwordPresence;
  if (presence === "present" || !isGiven(auth[other])) return undefined;
  return {
    at: auth.modeSource,
    message: `gateway.auth.mode is "${kind}", but only a ${other} is set, and that is ignored${unlessSet(auth.hinges)}`,
    hinges: auth.hinges,
    related: [{ at: auth[other], message: `This ${other} opens nothing` }],
    fixes: [askFor(other, true)],
  };
}

/** Both secrets and no mode: the password wins (gateway/auth.js). */
function unusedToken(auth: GatewayAuth): FixableFinding | undefined {
  if (auth.mode !== "password" || !isGiven(auth.token)) return undefined;
  const inFile = isGiven(auth.password);
  return {
    at: auth.token,
    severity: { recommended: "warning", strict: "warning" },
    message: `The gateway asks for the password, because ${inFile ? "gateway.auth.password" : secretVariables.password} is set and no mode is chosen; this token opens nothing`,
    ...(inFile
      ? { related: [{ at: auth.password, message: "The password wins" }] }
      : {}),
    fixes: [askFor("password", true), askFor("token", false)],
  };
}

export const gatewayAuthModeMismatch = defineRule({
  code: "gateway.auth_mode_mismatch",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway does not ask for the secret that is set",
    why: "A gateway asks for one secret only. If `gateway.auth.mode` names the other one, the secret in the file is ignored, and a gateway without the one it asks for does not start. Without a mode a password wins over a token, in the file or in the environment, so clients that hold the token are turned away.",
    remedy: "Set `gateway.auth.mode` to the secret you want.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "password", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" } } }`,
    since: "next",
    calm: "It needs a secret in the file that is not used. With a mode and its own secret both are welcome.",
    upstream: {
      relation: "ours",
      reason: "The audit takes any mode for a login.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const auth = gatewayAuth(config);
    const { mode, modeSource } = auth;
    if (mode !== "token" && mode !== "password") return;
    const found =
      modeSource.state === "absent"
        ? unusedToken(auth)
        : wrongMode(auth, mode, mode === "token" ? "password" : "token");
    if (found !== undefined) yield found;
  },
});
