import type { Fix } from "../../config/fix.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { nodeCommands } from "../../dialects/clawdbot/node-commands.ts";
import { nearest } from "../../text/nearest.ts";
import { matchesTool } from "../../access/tool-names.ts";
import { defineRule } from "../rule.ts";

const list: JSONPath = ["gateway", "nodes", "denyCommands"];

const known: readonly string[] = nodeCommands;

/** The commands that a pattern, a beginning or a slip of the pen was meant to deny. */
function meantBy(written: string): readonly string[] {
  const beginning = written.replace(/\.$/, "");
  const pattern = written.includes("*") ? written : `${beginning}.*`;
  const matched = known.filter((command) =>
    matchesTool(pattern.toLowerCase(), command.toLowerCase()),
  );
  if (matched.length > 0) return matched;
  const word = nearest(written, known)?.word;
  return word === undefined ? [] : [word];
}

export const gatewayNodesDenyPattern = defineRule({
  code: "gateway.nodes_deny_pattern",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["gateway.nodes.denyCommands[]"],
  fixable: "always",
  docs: {
    summary: "A denied command of devices that denies nothing",
    why: "Commands are compared letter by letter: `camera.*`, `camera` and `Camera.Snap` fit none, and the camera stays open to the agent although the file says otherwise.",
    remedy:
      "Write every command in full, such as `camera.snap`, `camera.clip`.",
    bad: `{
  gateway: { mode: "local", nodes: { denyCommands: ["camera.*"] } },
}`,
    good: `{
  gateway: { mode: "local", nodes: { denyCommands: ["camera.list", "camera.snap", "camera.clip"] } },
}`,
    since: "next",
    calm: "It needs an item that fits no command and that, as a pattern, a beginning or a slip of the pen, stands for one that there is. Names of other makers' commands are no finding.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at paired devices.",
    },
  },
  *check(config) {
    if (config.at("gateway.nodes").state === "absent") return;
    for (const { lookup } of config.items(list)) {
      if (lookup.state !== "set" || typeof lookup.value !== "string") continue;
      const written = lookup.value.trim();
      if (written === "" || known.includes(written)) continue;
      const meant = meantBy(written);
      const [first, ...others] = meant;
      if (first === undefined) continue;
      const fix: Fix = {
        title: `Deny ${meant.join(", ")}`,
        safety: "review",
        preferred: true,
        asks: "Agents will no longer use these commands on any device.",
        changes: [
          { op: "set", path: lookup.path, value: first },
          ...others.map(
            (value) => ({ op: "append", path: list, value }) as const,
          ),
        ],
      };
      yield {
        at: lookup,
        message: `${JSON.stringify(written)} fits no command, so ${meant.join(", ")} ${meant.length === 1 ? "stays" : "stay"} allowed`,
        fixes: [fix],
      };
    }
  },
});
