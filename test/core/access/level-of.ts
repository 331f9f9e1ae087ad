import assert from "node:assert/strict";
import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../../server/src/core/access/direct-messages.ts";
import { guarded, viewOf } from "./view-of.ts";

/** The levels of a channel at which direct messages are decided. */
export const levelsOf = (
  channel: string,
  block: object,
): readonly DirectMessageAccess[] =>
  directMessages(
    guarded(viewOf({ channels: { [channel]: block } }), directMessagePatterns),
  );

/** The level of an account, or the channel's own. */
export function levelOf(
  channel: string,
  block: object,
  account?: string,
): DirectMessageAccess {
  const level = levelsOf(channel, block).find((one) => one.account === account);
  assert.ok(level, `no level ${account ?? "of the channel"}`);
  return level;
}
