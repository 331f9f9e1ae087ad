import { defineRule } from "../rule.ts";

export const sessionMainKeyIgnored = defineRule({
  code: "session.main_key_ignored",
  effect: "note",
  severity: { recommended: "info", strict: "info" },
  watches: ["session.mainKey"],
  fixable: "always",
  docs: {
    summary: "A name for the main conversation that nothing reads",
    why: 'The main conversation is always called "main": Clawdbot puts that in the place of what the file says, and tells so on its console. Whoever counts on another name, in a script or in a heartbeat, looks for it in vain.',
    remedy:
      "Remove it. What keeps people apart is `session.dmScope`, and what keeps assistants apart are agents of their own in `agents.list`.",
    bad: `{ gateway: { mode: "local" }, session: { mainKey: "home" } }`,
    good: `{ gateway: { mode: "local" }, session: { mainKey: "main" } }`,
    since: "next",
    calm: 'It is an info, about a written value other than "main".',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the names of conversations.",
    },
  },
  *check(config) {
    const name = config.at("session.mainKey");
    if (name.state !== "set" || typeof name.value !== "string") return;
    // Blank ones and "main" itself are passed over in silence (config/defaults.js, applySessionDefaults).
    const written = name.value.trim();
    if (written === "" || written === "main") return;
    yield {
      at: name,
      message:
        'session.mainKey has no effect: the main conversation is always "main"',
      fixes: [
        {
          title: "Remove it",
          safety: "safe",
          preferred: true,
          changes: [{ op: "remove", path: name.path }],
        },
      ],
    };
  },
});
