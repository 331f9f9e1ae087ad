import { defineRule } from "../rule.ts";
import {
  takesCalls,
  voiceCallNotAudited,
  voiceCallPatterns,
  voiceCallSettings as settings,
} from "./voice-call.ts";

export const pluginsVoiceCallOpen = defineRule({
  code: "plugins.voice_call_open",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...voiceCallPatterns],
  fixable: "always",
  docs: {
    summary: "Strangers may call the assistant",
    why: 'Who calls talks to the agent, which has its tools while it listens. "open" takes every call. The list of numbers is weaker than it looks: this release compares the ends of numbers, so that a call without a number fits every entry, and "pairing" is the list under another name.',
    remedy:
      'Use `inboundPolicy: "disabled"`, the default: the assistant then calls, and is not called.',
    bad: `{
  gateway: { mode: "local" },
  plugins: { entries: { "voice-call": { enabled: true, config: { provider: "mock", inboundPolicy: "open" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  plugins: { entries: { "voice-call": { enabled: true, config: { provider: "mock", inboundPolicy: "disabled" } } } },
}`,
    since: "next",
    calm: "It needs the plugin switched on and a policy that takes calls. A list with numbers in it is a warning, an empty one takes no calls and is no finding.",
    upstream: voiceCallNotAudited,
  },
  *check(config) {
    if (config.at("plugins").state === "absent" || !takesCalls(config)) return;
    const policy = config.at([...settings, "inboundPolicy"]);
    if (policy.state !== "set") return;
    const isOpen = policy.value === "open";
    const isList = policy.value === "allowlist" || policy.value === "pairing";
    const numbers = config.items([...settings, "allowFrom"]);
    if (!isOpen && !(isList && numbers.length > 0)) return;
    yield {
      at: policy,
      message: isOpen
        ? "Everybody who knows the number may talk to the agent"
        : "A caller who withholds the number passes this list",
      ...(isOpen
        ? {}
        : {
            severity: { recommended: "warning", strict: "warning" } as const,
            related: [
              {
                at: config.at([...settings, "allowFrom"]),
                message: "A call without a number fits each of these",
              },
            ],
          }),
      fixes: [
        {
          title: "Take no calls",
          safety: "review",
          preferred: true,
          asks: "Nobody will be able to call the assistant, you included.",
          changes: [{ op: "set", path: policy.path, value: "disabled" }],
        },
      ],
    };
  },
});
