import {
  strangerPatterns,
  strangersInCommand,
} from "../../access/open-doors.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const approvalsExecAnsweredByStrangers = defineRule({
  code: "approvals.exec_answered_by_strangers",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...strangerPatterns,
    "approvals.exec.enabled",
    "approvals.exec.mode",
  ],
  fixable: "always",
  docs: {
    summary: "Whoever asks for a command may also approve it",
    why: "Questions about commands go to the chat they come from, and anybody who may give commands there can answer with `/approve`. Where strangers may give commands, a stranger has the assistant propose a command and lets it run on the host.",
    remedy:
      'Send the questions to yourself: `approvals.exec.mode: "targets"` with your own id as target. And take the star out of the lists of senders.',
    bad: `{
  gateway: { mode: "local" },
  approvals: { exec: { enabled: true } },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "pairing", allowFrom: ["*"] } },
}`,
    good: `{
  gateway: { mode: "local" },
  approvals: { exec: { enabled: true } },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "pairing", allowFrom: [123456789] } },
}`,
    since: "next",
    calm: 'It needs approvals switched on in the file, sent to the chat they come from, and a "*" among the senders of a channel that is switched on, or access groups that are off.',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at approvals.",
    },
  },
  *check(config) {
    const isOn = config.at("approvals.exec.enabled");
    if (!is(isOn, true)) return;
    const mode = config.at("approvals.exec.mode");
    if (mode.state === "env" || is(mode, "targets")) return;
    const strangers = strangersInCommand(config);
    if (strangers.length === 0) return;
    yield {
      at: isOn,
      message:
        "Questions about commands go to the chat they come from, and strangers may answer them there",
      related: strangers.map(({ lookup, message }) => ({
        at: lookup,
        message,
      })),
      fixes: [
        {
          title: "Ask in no chat",
          safety: "review",
          asks: "You will have to answer in the control panel or the app.",
          changes: [{ op: "set", path: isOn.path, value: false }],
        },
      ],
    };
  },
});
