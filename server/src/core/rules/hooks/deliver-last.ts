import { openDoorPatterns, openDoors } from "../../access/strangers.ts";
import { agentHookPatterns, agentHooks } from "../../access/webhooks.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

export const hooksDeliverLast = defineRule({
  code: "hooks.deliver_last",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...agentHookPatterns,
    ...openDoorPatterns,
    "hooks.mappings[].deliver",
    "hooks.mappings[].channel",
    "hooks.mappings[].to",
  ],
  fixable: "sometimes",
  docs: {
    summary: "What a webhook says goes to whoever wrote last",
    why: 'An agent\'s answer to a webhook is delivered unless `deliver` is `false`, and without a `channel` and `to` of its own it goes to "last": the person whose direct message came last, on any channel. Where strangers may write, that is one of them, and they read what your mails say.',
    remedy:
      "Name `channel` and `to` in the mapping, or set `deliver: false`. A preset cannot be changed: write a mapping of the same path instead.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, messageTemplate: "The build is done" }] },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, messageTemplate: "The build is done", deliver: false }] },
}`,
    since: "next",
    calm: "It needs both: a webhook that delivers to the last chat, and a channel on which strangers may write directly.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    const hooks = agentHooks(config);
    if (hooks.length === 0) return;
    const door = openDoors(config).find(
      ({ what }) => what === "direct messages",
    );
    if (door === undefined) return;
    for (const { lookup, isPreset, name } of hooks) {
      const at = (key: string) => config.at([...lookup.path, key]);
      if (!isPreset) {
        const deliver = at("deliver");
        const channel = at("channel");
        if (is(deliver, false) || at("to").state !== "absent") continue;
        if (channel.state !== "absent" && !is(channel, "last")) continue;
      }
      yield {
        at: lookup,
        message: `What webhook ${name} brings goes to the person who wrote last, and strangers may write on ${door.channel}`,
        related: [{ at: door.lookup, message: "Strangers come in here" }],
        fixes: isPreset
          ? []
          : [
              {
                title: "Do not deliver the answer",
                safety: "review",
                preferred: true,
                asks: "You will find it in the assistant's own conversation only.",
                changes: [
                  {
                    op: "set",
                    path: [...lookup.path, "deliver"],
                    value: false,
                  },
                ],
              },
            ],
      };
    }
  },
});
