import type { Fix } from "../../config/fix.ts";
import type { Template } from "../../config/env-references.ts";
import { couldBeEqual, plainText } from "../../config/possible-values.ts";
import { nearest } from "../../text/nearest.ts";
import { defineRule } from "../rule.ts";
import { alwaysError, beforeTheAudit, shown, textOf } from "./refused.ts";

export const configBroadcastUnknownAgent = defineRule({
  code: "config.broadcast_unknown_agent",
  effect: "refused",
  severity: alwaysError,
  watches: ["agents.list[].id", "broadcast.*[]"],
  fixable: "always",
  docs: {
    summary: "A broadcast goes to an agent that is not listed",
    why: "Where `agents.list` names agents, Clawdbot accepts only their ids in `broadcast`, letter by letter, and refuses the whole file for any other.",
    remedy: "Write the id as in `agents.list`, or take it out.",
    bad: `{ agents: { list: [{ id: "main" }] }, broadcast: { "120363@g.us": ["main", "mian"] } }`,
    good: `{ agents: { list: [{ id: "main" }] }, broadcast: { "120363@g.us": ["main"] } }`,
    since: "next",
    calm: "It needs a list of agents, and an id that none of them has or could have through a variable.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    const ids: Template[] = [];
    const agents = config.items("agents.list");
    for (const { lookup } of agents) {
      const id = textOf(config.at([...lookup.path, "id"]));
      // An agent whose id is still missing may turn out to be the one.
      if (id === undefined) return;
      ids.push(id);
    }
    if (ids.length === 0) return;
    const words = new Set(ids.flatMap((id) => plainText(id) ?? []));
    const unknown = ids.filter((id) => plainText(id) === undefined);
    for (const { key, lookup: peer } of config.entries("broadcast")) {
      if (key === "strategy") continue;
      for (const { lookup } of config.items(peer.path)) {
        const text = textOf(lookup);
        if (text === undefined) continue;
        const plain = plainText(text);
        const isListed =
          plain === undefined
            ? ids.some((id) => couldBeEqual(id, text))
            : words.has(plain) || unknown.some((id) => couldBeEqual(id, text));
        if (isListed) continue;
        const meant = plain === undefined ? undefined : nearest(plain, words);
        const remove: Fix = {
          title: "Take it out of the broadcast",
          safety: "review",
          changes: [{ op: "remove", path: lookup.path }],
        };
        yield {
          at: lookup,
          message: `No agent in agents.list has the id ${shown(text)}${meant === undefined ? "" : `; did you mean "${meant.word}"?`}`,
          fixes:
            meant === undefined
              ? [remove]
              : [
                  {
                    title: `Change to "${meant.word}"`,
                    safety: "review",
                    preferred: true,
                    changes: [
                      { op: "set", path: lookup.path, value: meant.word },
                    ],
                  },
                  remove,
                ],
        };
      }
    }
  },
});
