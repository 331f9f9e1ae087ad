import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { defaults } from "../dialects/clawdbot/defaults.ts";
import { ownVariables } from "../dialects/clawdbot/files.ts";
import { oncePerView } from "./once-per-view.ts";
import { ownVariablePatterns, ownVariableState } from "./own-variables.ts";

/** Whether a secret is there when the gateway resolves it. An unset or unheard-of variable counts as `absent`. */
export type SecretPresence = "present" | "absent";

/** How the gateway lets people in, after the file and the program's own variables (gateway/auth.js, resolveGatewayAuth). */
export interface GatewayAuth {
  /** `unknown`: the mode is a variable's value, or none the schema accepts. */
  readonly mode: "token" | "password" | "none" | "unknown";
  /** Where `gateway.auth.mode` is written; absent when it follows from the secrets. */
  readonly modeSource: Lookup;
  readonly token: Lookup;
  readonly password: Lookup;
  readonly tokenPresence: SecretPresence;
  readonly passwordPresence: SecretPresence;
  /** Own variables nobody told us about that would change the mode or the secret in use; the answer is as if they were unset. */
  readonly hinges: readonly string[];
}

export const gatewayAuthPatterns = [
  "gateway.auth.mode",
  "gateway.auth.token",
  "gateway.auth.password",
  ...ownVariablePatterns,
] as const satisfies readonly WatchPattern[];

interface Secret {
  readonly presence: SecretPresence;
  /** The variable that decides and whose state is unknown. */
  readonly hinge: string | undefined;
}

/** A secret of the file, or of the variable that stands in for it: a value written in the file blocks the variable, even "". */
function secretOf(
  config: ConfigView,
  written: Lookup,
  variable: string,
): Secret {
  if (written.state === "absent") {
    const state = ownVariableState(config, variable);
    return {
      presence: state === "set" ? "present" : "absent",
      hinge: state === "unknown" ? variable : undefined,
    };
  }
  const isEmpty = written.state === "set" && written.value === "";
  return { presence: isEmpty ? "absent" : "present", hinge: undefined };
}

const named = (hinges: readonly (string | undefined)[]): readonly string[] =>
  hinges.filter((hinge) => hinge !== undefined);

/** The auth in effect. Blank but non-empty secrets count, as they do for the program. */
export const gatewayAuth = oncePerView((config): GatewayAuth => {
  const modeSource = config.at("gateway.auth.mode");
  const token = config.at("gateway.auth.token");
  const password = config.at("gateway.auth.password");
  const ofToken = secretOf(config, token, ownVariables.gatewayToken);
  const ofPassword = secretOf(config, password, ownVariables.gatewayPassword);
  const common = {
    modeSource,
    token,
    password,
    tokenPresence: ofToken.presence,
    passwordPresence: ofPassword.presence,
  };
  if (modeSource.state !== "absent") {
    const written = modeSource.state === "set" ? modeSource.value : undefined;
    if (written === "token")
      return { ...common, mode: "token", hinges: named([ofToken.hinge]) };
    if (written === "password")
      return { ...common, mode: "password", hinges: named([ofPassword.hinge]) };
    return {
      ...common,
      mode: "unknown",
      hinges: named([ofToken.hinge, ofPassword.hinge]),
    };
  }
  // Without a mode a password wins over a token, so a password that is there leaves nothing open.
  if (ofPassword.presence === "present")
    return { ...common, mode: "password", hinges: [] };
  return {
    ...common,
    mode: ofToken.presence === "present" ? "token" : "none",
    hinges: named([ofToken.hinge, ofPassword.hinge]),
  };
});

/** The words of `gateway.bind` (config/zod-schema.js). */
export const bindModes = [
  "loopback",
  "lan",
  "auto",
  "tailnet",
  "custom",
] as const;
export type BindMode = (typeof bindModes)[number];

/** What the gateway listens on. */
export interface Bind {
  /** `unknown`: a variable's value, or no word of the schema. */
  readonly value: BindMode | "unknown";
  readonly lookup: Lookup;
}

export const bindPatterns = [
  "gateway.bind",
] as const satisfies readonly WatchPattern[];

/** The bind in effect, whether written or not. */
export function bindOf(config: ConfigView): Bind {
  const lookup = config.at("gateway.bind");
  if (lookup.state === "absent") return { value: defaults.gatewayBind, lookup };
  const written = lookup.state === "set" ? lookup.value : undefined;
  return {
    value: bindModes.find((mode) => mode === written) ?? "unknown",
    lookup,
  };
}
