import type { BrowserControlToken } from "../../access/browser-control.ts";
import { gatewayAuth, type GatewayAuth } from "../../access/gateway-auth.ts";
import type { ConfigView, Lookup } from "../../config/config-view.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";

/** A secret in a form that is equal for equal secrets and never shown; undefined for none, and for what is no text. */
export type SecretIdentity = string | undefined;

/** One variable's value, whatever it is. */
export const variableIdentity = (name: string): SecretIdentity =>
  JSON.stringify([{ name }]);

/** What a look-up's secret is compared by: its text without blanks around it, or the references it is made of. */
export function secretIdentity(lookup: Lookup): SecretIdentity {
  if (lookup.state === "env") return JSON.stringify(lookup.template.parts);
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  const text = lookup.value.trim();
  return text === "" ? undefined : JSON.stringify([text]);
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
    ? variableIdentity(ownVariables.gatewayToken)
    : secretIdentity(auth.token);
}

/** The secret of a token that a variable overrides. */
export const tokenIdentity = (token: BrowserControlToken): SecretIdentity =>
  token.variable === undefined
    ? secretIdentity(token.lookup)
    : variableIdentity(token.variable);
