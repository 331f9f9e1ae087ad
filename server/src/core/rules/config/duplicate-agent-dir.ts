import type { ConfigView, Lookup } from "../../config/config-view.ts";
import { couldPass, plainText } from "../../config/possible-values.ts";
import type { Situation } from "../../config/situation.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import {
  agentIdAt,
  agentPatterns,
  agentsOf,
  type Agents,
} from "../../access/agents.ts";
import { machinePath, type MachinePath } from "./machine-path.ts";
import { alwaysError, beforeTheAudit, textOf } from "./refused.ts";

/** An agent that some setting names, with the folder it keeps its state in. */
interface AgentFolder {
  readonly id: string;
  /** Where the folder is written; undefined for the usual one. */
  readonly written: Lookup | undefined;
  /** Equal for equal folders; undefined when a variable decides which it is. */
  readonly key: string | undefined;
}

/** The ids of all agents that the file names, each once (config/agent-dirs.js). */
function referencedIds(
  config: ConfigView,
  agents: Agents,
): ReadonlySet<string> {
  const ids = new Set<string>();
  if (agents.defaultId !== undefined) ids.add(agents.defaultId);
  for (const { id } of agents.list) if (id !== undefined) ids.add(id);
  for (const { lookup } of config.items("bindings")) {
    const id = agentIdAt(config.at([...lookup.path, "agentId"]));
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** Equal for paths that are the same folder; two of these systems do not tell capitals apart. */
function keyOf(path: MachinePath, platform: Situation["platform"]): string {
  const key = JSON.stringify([path.base, ...path.segments]);
  return platform === "macos" || platform === "windows"
    ? key.toLowerCase()
    : key;
}

const isBlank = (value: string): boolean => value.trim() === "";

function folderOf(
  config: RuleContext,
  agents: Agents,
  id: string,
): AgentFolder {
  const { platform } = config.situation;
  const style = platform === "windows" ? "windows" : "posix";
  const entry = agents.entryOf(id);
  if (entry === "unknown") return { id, written: undefined, key: undefined };
  const written = entry && config.at([...entry.path, "agentDir"]);
  const text = written && textOf(written);
  const plain = text && plainText(text);
  if (text !== undefined && plain === undefined) {
    // The same variable gives the same folder, unless it may be blank and leave both where they usually are.
    const key = couldPass(text, [" "], isBlank)
      ? undefined
      : JSON.stringify(text.parts);
    return { id, written, key };
  }
  if (plain !== undefined && plain.trim() !== "")
    return { id, written, key: keyOf(machinePath(plain, style), platform) };
  const isElsewhere = config.variable(ownVariables.stateFolder) === "set";
  const state = isElsewhere ? "the state folder" : "~/.clawdbot";
  const usual = machinePath(`${state}/agents/${id}/agent`, style);
  return { id, written: undefined, key: keyOf(usual, platform) };
}

export const configDuplicateAgentDir = defineRule({
  code: "config.duplicate_agent_dir",
  effect: "refused",
  severity: alwaysError,
  watches: [...agentPatterns, "agents.list[].agentDir", "bindings[].agentId"],
  fixable: "always",
  docs: {
    summary: "Two agents keep their state in the same folder",
    why: "Agents that share `agentDir` overwrite each other's sessions and logins. Clawdbot refuses the whole file. On macOS and Windows folders that differ in capitals alone are the same.",
    remedy:
      "Give each agent a folder of its own, or leave `agentDir` out: then it has one.",
    bad: `{ agents: { list: [{ id: "main", agentDir: "~/agents/shared" }, { id: "work", agentDir: "~/agents/shared" }] } }`,
    good: `{ agents: { list: [{ id: "main", agentDir: "~/agents/shared" }, { id: "work" }] } }`,
    since: "next",
    calm: "Paths are compared as far as they are written; two that a variable or the home folder might make equal are left alone.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    const agents = agentsOf(config);
    // The usual folders differ as the ids do.
    if (!agents.list.some(({ node }) => node.get("agentDir"))) return;
    const byKey = new Map<string, AgentFolder[]>();
    for (const id of referencedIds(config, agents)) {
      const folder = folderOf(config, agents, id);
      if (folder.key === undefined) continue;
      const same = byKey.get(folder.key);
      if (same === undefined) byKey.set(folder.key, [folder]);
      else same.push(folder);
    }
    for (const same of byKey.values()) {
      if (same.length < 2) continue;
      const written = same.filter((folder) => folder.written !== undefined);
      // Where an agent has its usual folder there, every other one is in the wrong; else the first may stay.
      const wrong = written.length < same.length ? written : written.slice(1);
      for (const folder of wrong) {
        if (folder.written === undefined) continue;
        const others = same.filter((other) => other !== folder);
        yield {
          at: folder.written,
          message: `Agent "${folder.id}" has the same folder as ${others.map(({ id }) => `"${id}"`).join(" and ")}`,
          related: others.flatMap((other) =>
            other.written === undefined
              ? []
              : [{ at: other.written, message: `The folder of "${other.id}"` }],
          ),
          fixes: [
            {
              title: "Give it its usual folder",
              safety: "review",
              preferred: true,
              asks: "The agent will no longer find the logins and sessions it has in the shared folder.",
              changes: [{ op: "remove", path: folder.written.path }],
            },
          ],
        };
      }
    }
  },
});
