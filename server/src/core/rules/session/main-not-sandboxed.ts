import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import { openDoors } from "../../access/open-doors.ts";
import { distinctSenders } from "../../access/senders.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { defineRule, pathText } from "../rule.ts";

/** Whether direct messages of a level end up in the main conversation, and several people write them. */
const isShared = ({
  policy,
  allowFrom,
  rules,
  effective,
  isUsed,
  channel,
}: DirectMessageAccess): boolean =>
  effective &&
  isUsed &&
  channel.isDeaf !== true &&
  rules.ownConversations !== true &&
  policy.value !== "disabled" &&
  distinctSenders(allowFrom, rules.senders) > 1;

/** Every place that leaves the main conversation out of the sandbox (agents/sandbox/runtime-status.js). */
function nonMain(config: ConfigView): readonly Lookup[] {
  const places = [
    config.at("agents.defaults.sandbox.mode"),
    ...config
      .items("agents.list")
      .map(({ lookup }) => config.at([...lookup.path, "sandbox", "mode"])),
  ];
  return places.filter((place) => is(place, "non-main"));
}

export const sessionMainNotSandboxed = defineRule({
  code: "session.main_not_sandboxed",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...directMessagePatterns,
    "session.dmScope",
    "agents.defaults.sandbox.mode",
    "agents.list[].sandbox.mode",
  ],
  fixable: "always",
  docs: {
    summary: "Other people's messages run outside the sandbox",
    why: "The sandbox mode `non-main` spares the main conversation, which is meant for you. But unless `session.dmScope` says otherwise, everybody's direct messages are that conversation. So the very messages the sandbox is for run on the host.",
    remedy:
      'Set `session.dmScope` to `"per-channel-peer"`, or the sandbox to `"all"`.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "non-main" } } },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "allowlist", allowFrom: [1001, 1002] } },
}`,
    good: `{
  gateway: { mode: "local" },
  session: { dmScope: "per-channel-peer" },
  agents: { defaults: { sandbox: { mode: "non-main" } } },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "allowlist", allowFrom: [1001, 1002] } },
}`,
    since: "next",
    calm: "It needs `non-main` in the file, one conversation for all, and a list that names two different people. Where anybody may write it is an error. One person in a list is taken for the owner.",
    upstream: {
      relation: "ours",
      reason:
        "The audit reports the shared conversation, not that it has no sandbox.",
    },
  },
  *check(config) {
    const modes = nonMain(config);
    if (modes.length === 0) return;
    const scope = config.at("session.dmScope");
    if (scope.state !== "absent" && !is(scope, defaults.dmScope)) return;
    const open = openDoors(config).filter(
      ({ level }) => level.rules.ownConversations !== true,
    );
    const shared = directMessages(config).filter(isShared);
    if (open.length === 0 && shared.length === 0) return;
    const who = new Map<string, { at: Lookup; message: string }>();
    for (const { lookup } of open)
      who.set(pathText(lookup.path), {
        at: lookup,
        message: "Anybody may write",
      });
    for (const { allowFrom } of shared)
      who.set(pathText(allowFrom.lookup.path), {
        at: allowFrom.lookup,
        message: "Several people may write",
      });
    for (const mode of modes) {
      yield {
        at: mode,
        message: `${pathText(mode.path)} is "non-main", and ${open.length > 0 ? "strangers" : "several people"} share the main conversation: what they write runs outside the sandbox`,
        related: [
          ...who.values(),
          ...(scope.state === "absent"
            ? []
            : [{ at: scope, message: "One conversation for all" }]),
        ],
        ...(open.length > 0
          ? { severity: { recommended: "error", strict: "error" } }
          : {}),
        fixes: [
          {
            title: "Give each person a conversation",
            safety: "review",
            preferred: true,
            asks: "Direct messages will start new conversations, in the sandbox; yours too.",
            changes: [
              {
                op: "set",
                path: ["session", "dmScope"],
                value: "per-channel-peer",
              },
            ],
          },
          {
            title: "Put the main conversation into the sandbox too",
            safety: "review",
            asks: "The assistant will no longer reach your files from direct messages.",
            changes: [{ op: "set", path: mode.path, value: "all" }],
          },
        ],
      };
    }
  },
});
