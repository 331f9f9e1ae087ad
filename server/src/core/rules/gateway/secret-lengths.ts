/** The audit's own limit for tokens, in characters after trimming (security/audit.js). It has none for passwords. */
export const shortestForAudit = 24;

/** What the baseline of the strict profile asks of a token: half of what `openssl rand -hex 32` prints. */
export const shortestForBaseline = 32;

/** Fewer characters than this can be tried out, however they were chosen, as nothing slows guesses down. */
export const shortestPassword = 12;
