import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { sandboxTools, toolProfiles } from "../dialects/clawdbot/tools.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { normalizedAgentId } from "./account-ids.ts";
import { ownVariablePatterns, ownVariableState } from "./own-variables.ts";
import { expanded, namesTool } from "./tool-names.ts";

/** Every setting that the answers below read. */
export const toolPolicyPatterns = [
  ...ownVariablePatterns,
  "agents.list[].id",
  "agents.list[].sandbox.mode",
  "agents.defaults.sandbox.mode",
  "tools.profile",
  "tools.allow[]",
  "tools.deny[]",
  "tools.sandbox.tools.allow[]",
  "tools.sandbox.tools.deny[]",
  "agents.list[].tools.profile",
  "agents.list[].tools.allow[]",
  "agents.list[].tools.deny[]",
  "agents.list[].tools.sandbox.tools.allow[]",
  "agents.list[].tools.sandbox.tools.deny[]",
  "tools.web.search.enabled",
  "tools.web.search.apiKey",
  "tools.web.search.perplexity.apiKey",
  "tools.web.fetch.enabled",
  "browser.enabled",
] as const satisfies readonly WatchPattern[];

/** What a list allows: nothing is denied that `deny` does not name, and an empty `allow` allows everything. */
interface ToolPolicy {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

function allows({ allow, deny }: ToolPolicy, tool: string): boolean {
  if (namesTool(deny, tool)) return false;
  return expanded(allow).length === 0 || namesTool(allow, tool);
}

/** The texts of a list; undefined where there is no list. What a variable names is no tool we know. */
function textsAt(
  config: ConfigView,
  path: JSONPath,
): readonly string[] | undefined {
  const list = config.at(path);
  if (list.state !== "group" || list.node.kind !== "array") return undefined;
  return config
    .items(path)
    .map(({ lookup }) =>
      lookup.state === "set" ? String(lookup.value) : "${}",
    );
}

const isTrue = (lookup: Lookup): boolean =>
  lookup.state === "set" && lookup.value === true;
const isFalse = (lookup: Lookup): boolean =>
  lookup.state === "set" && lookup.value === false;

/** A value that an agent may have for itself: its own, else everybody's. */
function ownOrShared(
  config: ConfigView,
  agent: JSONPath | undefined,
  own: JSONPath,
  shared: JSONPath,
): string | undefined {
  for (const path of agent === undefined
    ? [shared]
    : [[...agent, ...own], shared]) {
    const lookup = config.at(path);
    if (lookup.state === "set" && typeof lookup.value === "string")
      return lookup.value;
  }
  return undefined;
}

/** How an agent is kept in: its sandbox, and the tools that bring in text from outside. */
export interface AgentConfinement {
  readonly sandbox: string;
  /** Of `web_search`, `web_fetch` and `browser` those it may use. */
  readonly webTools: readonly string[];
}

/** Whether a key for the search is known, in the file or in the variables the program looks at. */
function hasSearchKey(config: ConfigView): boolean {
  const isGiven = (lookup: Lookup): boolean =>
    lookup.state === "env" ||
    (lookup.state === "set" && lookup.value !== "" && lookup.value !== null);
  return (
    isGiven(config.at("tools.web.search.apiKey")) ||
    isGiven(config.at("tools.web.search.perplexity.apiKey")) ||
    ["BRAVE_API_KEY", "PERPLEXITY_API_KEY", "OPENROUTER_API_KEY"].some(
      (name) => ownVariableState(config, name) === "set",
    )
  );
}

/** The web tools that are switched on at all. */
function webToolsOn(config: ConfigView): readonly string[] {
  const search = config.at("tools.web.search.enabled");
  const isSearchOn =
    isTrue(search) || (!isFalse(search) && hasSearchKey(config));
  return [
    ...(isSearchOn ? ["web_search"] : []),
    ...(isFalse(config.at("tools.web.fetch.enabled")) ? [] : ["web_fetch"]),
    ...(isFalse(config.at("browser.enabled")) ? [] : ["browser"]),
  ];
}

/**
 * How the agent with that id is kept in (security/audit-extra.js, collectSmallModelRiskFindings); without an id, whoever
 * has no settings of its own. The sandbox finds an agent by any spelling of its id, the lists of tools only by the same one.
 */
export function confinementOf(
  config: ConfigView,
  agentId: string | undefined,
): AgentConfinement {
  const agents = config.items(["agents", "list"]).map(({ lookup }) => {
    const id = config.at([...lookup.path, "id"]);
    return {
      path: lookup.path,
      id: id.state === "set" && typeof id.value === "string" ? id.value : "",
    };
  });
  const inSandbox =
    agentId === undefined || agentId === ""
      ? undefined
      : agents.find(
          ({ id }) => normalizedAgentId(id) === normalizedAgentId(agentId),
        )?.path;
  const exact =
    agentId === undefined || agentId === ""
      ? undefined
      : agents.find(({ id }) => id === agentId)?.path;
  const sandbox =
    ownOrShared(
      config,
      inSandbox,
      ["sandbox", "mode"],
      ["agents", "defaults", "sandbox", "mode"],
    ) ?? "off";

  const policies: ToolPolicy[] = [];
  const profile = ownOrShared(
    config,
    exact,
    ["tools", "profile"],
    ["tools", "profile"],
  );
  const ofProfile = profile === undefined ? undefined : toolProfiles[profile];
  if (ofProfile !== undefined) policies.push({ allow: ofProfile, deny: [] });
  for (const block of [["tools"], exact && [...exact, "tools"]]) {
    if (block === undefined) continue;
    policies.push({
      allow: textsAt(config, [...block, "allow"]) ?? [],
      deny: textsAt(config, [...block, "deny"]) ?? [],
    });
  }
  if (sandbox === "all") {
    const list = (key: "allow" | "deny"): readonly string[] =>
      (inSandbox &&
        textsAt(config, [...inSandbox, "tools", "sandbox", "tools", key])) ??
      textsAt(config, ["tools", "sandbox", "tools", key]) ??
      sandboxTools[key];
    const [allow, deny] = [expanded(list("allow")), expanded(list("deny"))];
    // Images are always let in unless denied, so an empty list becomes one of a single tool.
    policies.push({
      allow: deny.includes("image") ? allow : [...allow, "image"],
      deny,
    });
  }
  return {
    sandbox,
    webTools: webToolsOn(config).filter((tool) =>
      policies.every((policy) => allows(policy, tool)),
    ),
  };
}
