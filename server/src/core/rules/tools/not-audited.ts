/** Why no check of the audit stands behind a rule about tools. */
export const toolsNotAudited = {
  relation: "ours",
  reason:
    "The audit looks at tools only where a small model or elevated mode is in play.",
} as const;
