import { browserControlToken } from "../../access/browser-control.ts";
import { gatewayAuth, type GatewayAuth } from "../../access/gateway-auth.ts";
import { variableInFile } from "../../access/own-variables.ts";
import type { ConfigView, Lookup } from "../../config/config-view.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";

/** A secret in a form that is equal for equal secrets and never shown; undefined for none, and for what is no text. */
export type SecretIdentity = string | undefined;

/** What a look-up's secret is compared by: its text without blanks around it, or the references it is made of. */
export function secretIdentity(lookup: Lookup): SecretIdentity {
  if (lookup.state === "env") return JSON.stringify(lookup.template.parts);
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  const text = lookup.value.trim();
  return text === "" ? undefined : JSON.stringify([text]);
}

/** What a variable of the program's own is compared by: the value that the file's `env` block gives it, or itself. */
function variableIdentity(config: ConfigView, name: string): SecretIdentity {
  const written = variableInFile(config, name);
  const isGiven = written === undefined || config.variable(name) === "set";
  return isGiven ? JSON.stringify([{ name }]) : secretIdentity(written);
}

/**
 * The token the gateway asks for. Without one in the file it is the variable's value, if that is set; who refers to the
 * same variable elsewhere in the file has the same secret twice.
 */
export function gatewayTokenIdentity(
  config: ConfigView,
  auth: GatewayAuth = gatewayAuth(config),
): SecretIdentity {
  if (auth.mode !== "token" && auth.mode !== "none") return undefined;
  return auth.token.state === "absent"
    ? variableIdentity(config, ownVariables.gatewayToken)
    : secretIdentity(auth.token);
}

/** The token of browser control as webhooks compare it. */
export function browserTokenIdentity(config: ConfigView): SecretIdentity {
  const { lookup, variable } = browserControlToken(config);
  return variable === undefined
    ? secretIdentity(lookup)
    : variableIdentity(config, variable);
}
