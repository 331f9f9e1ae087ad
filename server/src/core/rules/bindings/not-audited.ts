/** Why no check of the audit stands behind a rule about bindings. */
export const bindingsNotAudited = {
  relation: "ours",
  reason: "The audit does not look at which agent answers whom.",
} as const;
