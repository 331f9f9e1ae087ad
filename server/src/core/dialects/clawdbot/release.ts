/** The release whose behaviour every fact, schema and verdict here repeats. */
export const targetRelease = "2026.1.24-3";
