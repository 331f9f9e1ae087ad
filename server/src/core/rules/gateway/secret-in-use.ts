import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { oncePerView } from "../../access/once-per-view.ts";
import { variableInFile } from "../../access/own-variables.ts";
import type { Lookup, PresentLookup } from "../../config/config-view.ts";
import type { ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import type { Situation } from "../../config/situation.ts";
import { weaknessOf, type SecretWeakness } from "../secrets/low-entropy.ts";
import { newSecret } from "../secrets/new-secret.ts";
import { passwordVariable, tokenVariable } from "./gateway-secret.ts";

/** The secret the gateway asks for, when the file has its text. */
export interface SecretInUse {
  readonly kind: "token" | "password";
  readonly lookup: PresentLookup;
  readonly text: string;
  /** Why it keeps nobody out, its length aside. */
  readonly weakness: SecretWeakness | undefined;
}

export const secretInUsePatterns = [...gatewayAuthPatterns] as const;

export const secretVariables = {
  token: tokenVariable,
  password: passwordVariable,
} as const;

/** Where a secret's text stands: in its own setting, else in the file's `env` block, unless the real variable hides that. */
function writtenIn(
  config: ConfigView,
  own: Lookup,
  variable: string,
): Lookup | undefined {
  if (own.state !== "absent") return own;
  return config.variable(variable) === "set"
    ? undefined
    : variableInFile(config, variable);
}

/** The secret of the mode in effect; the other one opens nothing. None where a variable or the environment decides. */
export const secretInUse = oncePerView(
  (config): { readonly secret: SecretInUse | undefined } => {
    const auth = gatewayAuth(config);
    if (auth.mode !== "token" && auth.mode !== "password")
      return { secret: undefined };
    const kind = auth.mode;
    const lookup = writtenIn(config, auth[kind], secretVariables[kind]);
    if (lookup?.state !== "set" || typeof lookup.value !== "string")
      return { secret: undefined };
    const text = lookup.value;
    return { secret: { kind, lookup, text, weakness: weaknessOf(text) } };
  },
);

/** Puts a new secret in the place of one that is worth little. */
export function renewSecret(
  { kind, lookup }: SecretInUse,
  situation: Situation,
): readonly [Fix, ...Fix[]] {
  const [here, fromVariable] = newSecret(
    lookup.path,
    secretVariables[kind],
    "Every client needs the new secret.",
    situation,
  );
  // The `env` block cannot take its value from the variable that it sets.
  return lookup.path[0] === "gateway" ? [here, fromVariable] : [here];
}
