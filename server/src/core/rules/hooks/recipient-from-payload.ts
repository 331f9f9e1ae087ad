import {
  agentHookPatterns,
  agentHooks,
  placesIn,
} from "../../access/webhooks.ts";
import { is } from "../../config/config-view.ts";
import { knownText } from "../../config/known-text.ts";
import { defineRule } from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

export const hooksRecipientFromPayload = defineRule({
  code: "hooks.recipient_from_payload",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...agentHookPatterns,
    "hooks.mappings[].to",
    "hooks.mappings[].deliver",
  ],
  fixable: "always",
  docs: {
    summary: "A webhook's caller chooses who gets the answer",
    why: "The agent's answer is sent, in your name, to whoever the payload names. A caller who also writes the question has the agent read your files and send them anywhere.",
    remedy: "Write the recipient's id in `to`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, messageTemplate: "{{text}}", channel: "telegram", to: "{{chat.id}}" }] },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, messageTemplate: "{{text}}", channel: "telegram", to: "123456789" }] },
}`,
    since: "next",
    calm: "It needs a recipient with a place of the payload in it, and an answer that is delivered.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    for (const { lookup, isPreset, name } of agentHooks(config)) {
      if (isPreset || is(config.at([...lookup.path, "deliver"]), false))
        continue;
      const to = config.at([...lookup.path, "to"]);
      if (placesIn(knownText(to) ?? "").length === 0) continue;
      yield {
        at: to,
        message: `Whoever calls webhook ${name} says who gets the agent's answer`,
        fixes: [
          {
            title: "Do not deliver the answer",
            safety: "review",
            preferred: true,
            asks: "You will find it in the assistant's own conversation only.",
            changes: [
              { op: "set", path: [...lookup.path, "deliver"], value: false },
            ],
          },
        ],
      };
    }
  },
});
