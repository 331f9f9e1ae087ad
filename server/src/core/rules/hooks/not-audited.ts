/** Why no check of the audit stands behind a rule about what webhooks do. */
export const hooksNotAudited = {
  relation: "ours",
  reason: "The audit looks at the webhooks' token and path alone.",
} as const;
