import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import {
  freePort,
  listenerPatterns,
  listeners,
  type Listener,
} from "./listeners.ts";

export const gatewayPortClash = defineRule({
  code: "gateway.port_clash",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...listenerPatterns, ...gatewayModePatterns],
  fixable: "sometimes",
  docs: {
    summary: "Two parts of Clawdbot want the same port",
    why: "Only the first one gets it. The gateway starts first, so browser control, a browser or a channel's webhook stays away, and the log has one line about it.",
    remedy:
      "Give each a port of its own. Browser control is two above the gateway's port, the extension's relay three, browsers begin eleven above it.",
    bad: `{ gateway: { mode: "local", port: 18791, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, browser: { controlUrl: "http://127.0.0.1:18791" } }`,
    good: `{ gateway: { mode: "local", port: 18791, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "One of the two ports has to be written in the file, and both have to be known. Two browser profiles may share a browser.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at ports.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const all = listeners(config);
    const first = new Map<number, Listener>();
    for (const listener of all) {
      const before = first.get(listener.port);
      if (before === undefined) {
        first.set(listener.port, listener);
        continue;
      }
      const isProfile = listener.path[1] === "profiles";
      if (isProfile && before.path[1] === "profiles") continue;
      // One that is counted from the gateway's port is not written anywhere: the other one has to move.
      const [at, other] =
        listener.lookup.state === "absent"
          ? [before, listener]
          : [listener, before];
      if (at.lookup.state === "absent") continue;
      const fix: Fix | undefined =
        at.path[1] === "controlUrl"
          ? {
              title: "Count it from the gateway's port",
              safety: "review",
              preferred: true,
              changes: [{ op: "remove", path: at.path }],
            }
          : isProfile
            ? {
                title: `Use port ${freePort(all)}`,
                safety: "review",
                preferred: true,
                changes: [{ op: "set", path: at.path, value: freePort(all) }],
              }
            : undefined;
      yield {
        at: at.lookup,
        message: `Port ${listener.port} is wanted by ${before.name} and by ${listener.name}; only the first gets it`,
        related:
          other.lookup.state === "absent"
            ? []
            : [
                {
                  at: other.lookup,
                  message: `${other.name[0]?.toUpperCase() ?? ""}${other.name.slice(1)} wants it too`,
                },
              ],
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});
