import type { ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { couldPass, plainText } from "../../config/possible-values.ts";
import type { Situation } from "../../config/situation.ts";
import { defineRule } from "../rule.ts";
import {
  agentPatterns,
  agentsOf,
  type Agent,
  type Agents,
} from "../../access/agents.ts";
import {
  couldLieInside,
  machinePath,
  pathInside,
  type MachinePath,
  type PathStyle,
} from "./machine-path.ts";
import { alwaysError, beforeTheAudit, textOf } from "./refused.ts";

const styles: Readonly<Record<Situation["platform"], readonly PathStyle[]>> = {
  linux: ["posix"],
  macos: ["posix"],
  windows: ["windows"],
  unknown: ["posix", "windows"],
};

/** An agent's workspace (agents/agent-scope.js); undefined when a variable decides. */
function workspaceOf(
  config: ConfigView,
  agents: Agents,
  agent: Agent,
  style: PathStyle,
): MachinePath | undefined {
  const { id } = agent;
  if (id === undefined) return undefined;
  const entry = agents.entryOf(id);
  if (entry === undefined || entry === "unknown") return undefined;
  const isDefault = id === agents.defaultId;
  const places = [
    config.at([...entry.path, "workspace"]),
    ...(isDefault ? [config.at("agents.defaults.workspace")] : []),
  ];
  for (const place of places) {
    if (place.state === "absent") continue;
    const text = textOf(place);
    const plain = text && plainText(text);
    if (plain === undefined) return undefined;
    if (plain.trim() !== "") return machinePath(plain, style);
  }
  if (agents.defaultId === undefined) return undefined;
  return machinePath(isDefault ? "~/clawd" : `~/clawd-${id}`, style);
}

type Fault = "kind" | "outside";

/** What is wrong with an avatar (config/validation.js); undefined when the program takes it. */
function faultOf(
  avatar: string,
  workspace: MachinePath | undefined,
  style: PathStyle,
): Fault | undefined {
  const text = avatar.trim();
  if (text === "" || /^(data:|https?:\/\/)/i.test(text)) return undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  const hasDrive = /^[a-z]:[\\/]/i.test(text);
  if (text.startsWith("~") || (hasScheme && !hasDrive)) return "kind";
  return workspace === undefined || couldLieInside(workspace, text, style)
    ? undefined
    : "outside";
}

/** What variables may hold to make an avatar acceptable. */
const samplesFor = (workspace: MachinePath | undefined): readonly string[] => {
  const tail = workspace?.segments.join("/") ?? "a";
  return [" ", "a", "data:", "https://a/", `${tail}/a`, `home/${tail}/a`];
};

const messages: Readonly<Record<Fault, string>> = {
  kind: "An avatar is a path inside the agent's workspace, an http(s) address or a data: URI; this is neither",
  outside:
    "The avatar lies outside the agent's workspace, where Clawdbot does not serve files from",
};

export const configAvatar = defineRule({
  code: "config.avatar",
  effect: "refused",
  severity: alwaysError,
  watches: [
    ...agentPatterns,
    "agents.list[].identity.avatar",
    "agents.list[].workspace",
    "agents.defaults.workspace",
  ],
  fixable: "always",
  docs: {
    summary: "An avatar that Clawdbot does not serve",
    why: "The gateway serves an agent's avatar from its workspace and from nowhere else on the disk, and knows no addresses but `http:`, `https:` and `data:`. Clawdbot refuses the whole file for any other path or address, `~` included.",
    remedy:
      "Copy the picture into the workspace and write its path from there.",
    bad: `{ agents: { list: [{ id: "main", identity: { avatar: "~/clawd/avatar.png" } }] } }`,
    good: `{ agents: { list: [{ id: "main", identity: { avatar: "avatar.png" } }] } }`,
    since: "next",
    calm: "Where the home folder or a variable decides whether the picture lies inside, it is given the benefit of the doubt.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    const agents = agentsOf(config);
    for (const agent of agents.list) {
      const avatar = config.at([...agent.path, "identity", "avatar"]);
      const text = textOf(avatar);
      if (text === undefined) continue;
      const faults = styles[config.situation.platform].map((style) => {
        const workspace = workspaceOf(config, agents, agent, style);
        const fault = (value: string): Fault | undefined =>
          faultOf(value, workspace, style);
        const isPossible = couldPass(
          text,
          samplesFor(workspace),
          (value) => fault(value) === undefined,
        );
        const written = plainText(text) ?? "~";
        return isPossible
          ? undefined
          : { kind: fault(written) ?? "kind", written, workspace, style };
      });
      const [first] = faults;
      if (first === undefined || faults.includes(undefined)) continue;
      const { kind, written, workspace, style } = first;
      const inside =
        workspace && pathInside(workspace, machinePath(written, style));
      const remove: Fix = {
        title: "Remove the avatar",
        safety: "review",
        changes: [{ op: "remove", path: avatar.path }],
      };
      yield {
        at: avatar,
        message: messages[kind],
        fixes:
          inside === undefined
            ? [remove]
            : [
                {
                  title: `Write its path from the workspace: ${JSON.stringify(inside)}`,
                  safety: "safe",
                  preferred: true,
                  changes: [{ op: "set", path: avatar.path, value: inside }],
                },
                remove,
              ],
      };
    }
  },
});
