import type { ConfigNode } from "../../config/config-node.ts";
import type { Lookup, PresentLookup } from "../../config/config-view.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { bindingsNotAudited } from "./not-audited.ts";

/** Whom a binding is for, as far as a text tells (routing/resolve-route.js). */
interface Match {
  readonly channel: string;
  /** "*" for any account; "default" where none is written. */
  readonly account: string;
  /** The chat, server or team; empty for all of the account. */
  readonly whom: string;
}

const textOf = (node: ConfigNode | undefined): string | undefined => {
  if (node === undefined) return "";
  const value = node.scalar;
  return node.template?.names.length === 0 && typeof value === "string"
    ? value.trim()
    : undefined;
};

/** Undefined where a variable decides, or for a binding for a chat and a server at once. */
function matchOf(lookup: PresentLookup): Match | undefined {
  const match = lookup.node.get("match");
  const channel = textOf(match?.get("channel"))?.toLowerCase();
  const account = textOf(match?.get("accountId"));
  const peer = match?.get("peer");
  const [kind, id] = [textOf(peer?.get("kind")), textOf(peer?.get("id"))];
  const guild = textOf(match?.get("guildId"));
  const team = textOf(match?.get("teamId"));
  const known = [channel, account, kind, id, guild, team];
  if (known.includes(undefined) || channel === undefined || channel === "")
    return undefined;
  const places = [
    ...(peer === undefined ? [] : [`peer ${kind?.toLowerCase()} ${id}`]),
    ...(guild === "" ? [] : [`guild ${guild}`]),
    ...(team === "" ? [] : [`team ${team}`]),
  ];
  if (places.length > 1) return undefined;
  return {
    channel,
    account: account === undefined || account === "" ? "default" : account,
    whom: places[0] ?? "",
  };
}

export const bindingsShadowed = defineRule({
  code: "bindings.shadowed",
  effect: "note",
  severity: noteAs("warning"),
  watches: ["bindings[].match.**"],
  fixable: "always",
  docs: {
    summary: "A binding that an earlier one makes meaningless",
    why: "Of several bindings for the same people the first counts. The later one looks as if it sent them to another agent, and does not.",
    remedy:
      "Remove one of the two, or make the earlier one narrower with `accountId` or `peer`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "family" }] },
  bindings: [
    { agentId: "main", match: { channel: "whatsapp", peer: { kind: "group", id: "120363@g.us" } } },
    { agentId: "family", match: { channel: "whatsapp", peer: { kind: "group", id: "120363@g.us" } } },
  ],
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "family" }] },
  bindings: [
    { agentId: "family", match: { channel: "whatsapp", peer: { kind: "group", id: "120363@g.us" } } },
  ],
}`,
    since: "next",
    calm: "It needs two bindings for the same channel, account and chat, server or team, by texts alone. A binding for a chat always goes before one for an account, wherever it stands, and is no finding.",
    upstream: bindingsNotAudited,
  },
  *check(config) {
    const first = new Map<string, Lookup>();
    for (const { lookup } of config.items("bindings")) {
      const match = matchOf(lookup);
      if (match === undefined) continue;
      const { channel, account, whom } = match;
      const keyOf = (each: string): string => [channel, each, whom].join("\n");
      // For a chat, "*" comes before other accounts if it stands before them; for a whole account, accounts come first.
      const before =
        first.get(keyOf(account)) ??
        (whom === "" ? undefined : first.get(keyOf("*")));
      if (before === undefined) {
        first.set(keyOf(account), lookup);
        continue;
      }
      yield {
        at: lookup,
        message: "An earlier binding is for the same people and counts alone",
        related: [{ at: before, message: "This one counts" }],
        fixes: [
          {
            title: "Remove this binding, which does nothing",
            safety: "review",
            preferred: true,
            changes: [{ op: "remove", path: lookup.path }],
          },
        ],
      };
    }
  },
});
