import type { Lookup } from "../../config/config-view.ts";
import type { Template } from "../../config/env-references.ts";
import { withoutSecrets } from "../../config/without-secrets.ts";

/** Why no rule of this folder mirrors a check of the audit. */
export const beforeTheAudit = {
  relation: "ours",
  reason: "The program refuses the file before it audits anything.",
} as const;

/** A refused file is an error whatever the profile. */
export const alwaysError = {
  upstream: "error",
  recommended: "error",
  strict: "error",
} as const;

/** What a note says where the audit is repeated: nothing. */
export const noteAs = <S extends "warning" | "info" | "hint">(
  severity: S,
): { readonly recommended: S; readonly strict: S } => ({
  recommended: severity,
  strict: severity,
});

/** The text at a look-up, with its variables; undefined for anything but a string. */
export function textOf(lookup: Lookup): Template | undefined {
  if (lookup.state === "env") return lookup.template;
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  return { parts: lookup.value === "" ? [] : [lookup.value], names: [] };
}

/** What was written, for a message: short, without secrets, and a variable by its name. */
export function shown(template: Template): string {
  const text = template.parts
    .map((part) => (typeof part === "string" ? part : `\${${part.name}}`))
    .join("");
  const said = withoutSecrets(text);
  return JSON.stringify(said.length > 40 ? `${said.slice(0, 39)}…` : said);
}
