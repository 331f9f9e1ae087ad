/** Whether a text has the shape of a reference, known variable or not: the audit leaves such texts alone (security/audit-extra.js). */
export function looksLikeReference(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith("${") && trimmed.endsWith("}");
}
