import type { Lookup } from "../../config/config-view.ts";

/** Whether a secret is there: text other than blanks, or whatever a variable holds. */
export const isGiven = (lookup: Lookup): boolean =>
  lookup.state === "env" ||
  (lookup.state === "set" &&
    typeof lookup.value === "string" &&
    lookup.value.trim() !== "");
