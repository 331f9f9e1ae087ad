import { dangerousNodeCommands } from "../../dialects/clawdbot/node-commands.ts";
import { defineRule } from "../rule.ts";

export const gatewayNodesAllowCommands = defineRule({
  code: "gateway.nodes_allow_commands",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: ["gateway.nodes.allowCommands[]"],
  fixable: "always",
  docs: {
    summary: "Paired devices get commands that do harm",
    why: "Every platform has a list of commands of its own. What is added here holds for all paired devices: phones as well then run what the agent, or whoever talks it into something, asks for.",
    remedy:
      "Leave `allowCommands` empty. To take away what a platform allows by itself, such as `system.run` on computers, list it in `denyCommands`.",
    bad: `{
  gateway: { mode: "local", nodes: { allowCommands: ["sms.send"] } },
}`,
    good: `{
  gateway: { mode: "local", nodes: { allowCommands: [] } },
}`,
    since: "next",
    calm: "It knows by name what runs programs, sees, listens, locates and sends. Other commands are no finding. An info, since computers and phones allow by themselves most of what they offer.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at paired devices.",
    },
  },
  *check(config) {
    if (config.at("gateway.nodes").state === "absent") return;
    for (const { lookup } of config.items("gateway.nodes.allowCommands")) {
      if (lookup.state !== "set" || typeof lookup.value !== "string") continue;
      const command = lookup.value.trim();
      const how = dangerousNodeCommands.get(command);
      if (how === undefined) continue;
      yield {
        at: lookup,
        message: `${command} ${how}, and is allowed on every paired device that offers it`,
        fixes: [
          {
            title: `Leave ${command} to what each platform allows`,
            safety: "review",
            preferred: true,
            changes: [{ op: "remove", path: lookup.path }],
          },
        ],
      };
    }
  },
});
