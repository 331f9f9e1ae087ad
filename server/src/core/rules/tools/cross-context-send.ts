import { is } from "../../config/config-view.ts";
import { defineRule, pathText } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** Switches with which the message tool leaves the conversation it is in (infra/outbound/outbound-policy.js). */
const switches = [
  {
    path: ["tools", "message", "crossContext", "allowAcrossProviders"],
    to: "any conversation on any channel",
  },
  {
    path: ["tools", "message", "allowCrossContextSend"],
    to: "any conversation on any channel",
  },
];

export const toolsCrossContextSend = defineRule({
  code: "tools.cross_context_send",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "tools.message.crossContext.allowAcrossProviders",
    "tools.message.allowCrossContextSend",
  ],
  fixable: "always",
  docs: {
    summary: "Messages may leave the channel they belong to",
    why: "An agent that is talking on one channel may then write on every other, to anybody. Whoever talks it into that has your words sent elsewhere, or writes to your contacts in your name.",
    remedy:
      "Leave `allowAcrossProviders` at its default `false`. Within one channel the agent may write anywhere by itself; `allowWithinProvider: false` stops that, too.",
    bad: `{ gateway: { mode: "local" }, tools: { message: { crossContext: { allowAcrossProviders: true } } } }`,
    good: `{ gateway: { mode: "local" }, tools: { message: { crossContext: { allowAcrossProviders: false } } } }`,
    since: "next",
    calm: "It needs a switch that is written and on.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    for (const { path, to } of switches) {
      const lookup = config.at(path);
      if (!is(lookup, true)) continue;
      yield {
        at: lookup,
        message: `${pathText(path)} lets an agent write to ${to}, whoever it is talking to`,
        fixes: [
          {
            title: "Keep messages on their own channel",
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path, value: false }],
          },
        ],
      };
    }
  },
});
