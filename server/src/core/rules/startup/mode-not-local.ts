import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, mayStart, namesIn } from "./obstacle.ts";

export const startupModeNotLocal = defineRule({
  code: "startup.mode_not_local",
  effect: "no-start",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary:
      "The gateway does not start, because this file does not ask for it",
    why: 'A gateway starts only where `gateway.mode` is "local". Otherwise the command ends with "Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.", with "remote" in place of "unset" where that is written.',
    remedy:
      'Set `gateway.mode` to "local" where the gateway runs. A computer that only talks to a gateway elsewhere keeps "remote".',
    bad: `{ gateway: { auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It is a warning, not an error: the file may belong to a client. Every other file without a mode describes a gateway that does not start.",
    upstream: {
      relation: "ours",
      reason: "The audit does not ask whether the gateway starts.",
    },
  },
  *check(config) {
    const mode = config.at("gateway.mode");
    const fixes: readonly [Fix] = [
      {
        title: "Run the gateway on this computer",
        safety: "review",
        preferred: true,
        changes: [{ op: "set", path: ["gateway", "mode"], value: "local" }],
      },
    ];
    if (mode.state === "absent") {
      // A list or a text in the place of the object is refused, and told at the same word.
      if (mode.parent !== undefined && mode.parent.kind !== "object") return;
      yield {
        at: mode,
        message:
          'gateway.mode is not set, so the gateway does not start: it wants "local"',
        fixes,
      };
    } else if (mode.state === "env") {
      yield {
        at: mode,
        ...mayStart,
        message: `gateway.mode comes from ${namesIn(mode)}; the gateway starts only if that is "local"`,
        fixes,
      };
    } else if (mode.state === "set" && mode.value === "remote") {
      yield {
        at: mode,
        message:
          'gateway.mode is "remote", so no gateway starts with this file; it only connects to one elsewhere',
        fixes,
      };
    }
  },
});
