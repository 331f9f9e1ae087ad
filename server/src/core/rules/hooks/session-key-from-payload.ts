import { agentHookPatterns, agentHooks } from "../../access/webhooks.ts";
import { knownText } from "../../config/known-text.ts";
import { defineRule } from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

/** A template that begins with a place for what was sent, so that all of the key may come from there. */
const beginsWithPlace = /^\s*\{\{/;

export const hooksSessionKeyFromPayload = defineRule({
  code: "hooks.session_key_from_payload",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...agentHookPatterns, "hooks.mappings[].sessionKey"],
  fixable: "always",
  docs: {
    summary: "A webhook's caller chooses the conversation",
    why: 'The key says in which conversation the agent works. One that comes from the payload as a whole may be "main", your own: the text then stands among your messages, is remembered there, and runs outside the sandbox where `"non-main"` keeps only the others in.',
    remedy: 'Begin the key with words of your own, as in `"hook:ci:{{id}}"`.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, messageTemplate: "{{text}}", sessionKey: "{{session}}" }] },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, messageTemplate: "{{text}}", sessionKey: "hook:{{session}}" }] },
}`,
    since: "next",
    calm: "It needs a key that begins with a place of the payload. Words of your own before it keep it apart from other conversations.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    for (const { lookup, isPreset, name } of agentHooks(config)) {
      if (isPreset) continue;
      const key = config.at([...lookup.path, "sessionKey"]);
      const text = knownText(key);
      if (text === undefined || !beginsWithPlace.test(text)) continue;
      yield {
        at: key,
        message: `Whoever calls webhook ${name} says in which conversation the agent works, your own included`,
        fixes: [
          {
            title: 'Begin the key with "hook:"',
            safety: "review",
            preferred: true,
            asks: "Conversations that the webhook began before will not be continued.",
            changes: [
              { op: "set", path: key.path, value: `hook:${text.trim()}` },
            ],
          },
        ],
      };
    }
  },
});
