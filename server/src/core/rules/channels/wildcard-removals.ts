import type { SenderList } from "../../access/senders.ts";
import type { SettingChange } from "../../config/fix.ts";

/** Takes every "*" out of a list, from the end, so that indices stay right. */
export const wildcardRemovals = (list: SenderList): readonly SettingChange[] =>
  list.wildcards
    .map(({ lookup }) => ({ op: "remove", path: lookup.path }) as const)
    .reverse();
