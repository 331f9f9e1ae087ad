import type { Place } from "../config/resolve-config.ts";
import { isRepeatable } from "../config/without-secrets.ts";
import { channelRow } from "../dialects/clawdbot/channels.ts";
import type { Analysis } from "./analysis.ts";

/** Something that people look for by name across configs. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: "agent" | "channel" | "account";
  readonly place: Place;
  /** What it belongs to: the channel of an account. */
  readonly within: string | undefined;
}

/** The agents, channels and accounts of a config and of the files it includes whose names hold the letters asked for, in order. */
export function workspaceSymbols(
  { names, resolved }: Analysis,
  query: string,
): readonly WorkspaceSymbol[] {
  if (resolved.tooDeep) return [];
  const found: WorkspaceSymbol[] = [];
  for (const { kind, name, place, isDefinition } of names.uses) {
    if (!isDefinition) continue;
    if (kind !== "agent" && kind !== "channel" && kind !== "account") continue;
    const { offset, length } = place;
    const text = resolved.documentOf(place.file)?.text ?? "";
    const written = text.slice(offset, offset + length);
    // A name in which somebody put a secret is no name to list.
    if (!isRepeatable(written) || !holds(written, query)) continue;
    const channel = kind === "account" ? name.split("/", 1)[0] : undefined;
    found.push({
      name: written,
      kind,
      place,
      within:
        channel === undefined
          ? undefined
          : (channelRow(channel)?.label ?? channel),
    });
  }
  return found;
}

/** Whether the letters of the query stand in the name in that order, as editors compare. */
function holds(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    const found = letters.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}
