import type { ConfigView, Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { looksLikeReference } from "./looks-like-reference.ts";
import { moveToEnvironment } from "./move-to-env.ts";
import { isNoSecret } from "./no-secret.ts";

/** What there is to say of a secret in a setting that the audit looks at; undefined where it says nothing. */
export function auditedSecret(
  config: ConfigView,
  secret: Lookup,
):
  | { readonly onlyUpstream: boolean; readonly fixes: readonly Fix[] }
  | undefined {
  // The audit looks at the value after variables are put in.
  if (secret.state === "env") return { onlyUpstream: true, fixes: [] };
  if (
    secret.state !== "set" ||
    typeof secret.value !== "string" ||
    secret.value.trim() === "" ||
    looksLikeReference(secret.value)
  )
    return undefined;
  // Of a published example other rules say that it is none.
  return isNoSecret(secret.value)
    ? { onlyUpstream: true, fixes: [] }
    : { onlyUpstream: false, fixes: [moveToEnvironment(config, secret)] };
}
