import type { ConfigNode } from "../../config/config-node.ts";
import {
  membersAsWritten,
  type Members,
  type Relocation,
} from "./relocation.ts";

const defaults = ["agents", "defaults"];
const catalogue = [...defaults, "models"];

/** Keys that take part in the move from loose model keys to `model`, `imageModel` and `models`. */
const modelKeys = new Set([
  "models",
  "model",
  "imageModel",
  "allowedModels",
  "modelAliases",
  "modelFallbacks",
  "imageModelFallbacks",
]);

/** `agent` becomes `agents.defaults`, and what it said of tools goes to `tools`. */
export function moveAgent(relocation: Relocation, agent: ConfigNode): boolean {
  if (agent.kind !== "object") return false;
  if (!moveModels(relocation, agent)) return false;
  for (const [key, node] of agent.entries) {
    if (modelKeys.has(key)) continue;
    switch (key) {
      case "tools":
        moveTools(relocation, node);
        break;
      case "elevated":
        placeObject(relocation, node, ["tools", "elevated"]);
        break;
      case "bash":
        // The former tools.bash moves to the same place, and before it.
        if (relocation.root.find(["tools", "bash"]) !== undefined)
          relocation.lost.push(node.path);
        else placeObject(relocation, node, ["tools", "exec"]);
        break;
      case "sandbox":
      case "subagents":
        movePolicy(relocation, node, key);
        break;
      default:
        relocation.bring(node, [...defaults, key]);
    }
  }
  simplify(relocation, agent);
  relocation.clear(agent);
  return true;
}

/** When every key simply moves below a place that is not there yet, the object moves as it stands. */
function simplify(relocation: Relocation, agent: ConfigNode): void {
  const { changes, root } = relocation;
  const isWhole =
    root.find(defaults) === undefined &&
    changes.length === agent.entries.size &&
    changes.every(
      (change) =>
        change.op === "move" &&
        change.from.length === 2 &&
        change.to[0]?.length === 3 &&
        change.to[0][1] === "defaults" &&
        change.to[0][2] === change.from[1],
    );
  if (isWhole && changes.length > 0)
    changes.splice(0, changes.length, {
      op: "move",
      from: agent.path,
      to: [[...defaults]],
    });
}

function placeObject(
  relocation: Relocation,
  node: ConfigNode,
  to: readonly string[],
): void {
  if (node.kind === "object") relocation.place(node, [...to]);
  else relocation.lost.push(node.path);
}

/** Of `agent.tools` only the two lists have a new place. */
function moveTools(relocation: Relocation, tools: ConfigNode): void {
  if (tools.kind !== "object") {
    relocation.lost.push(tools.path);
    return;
  }
  for (const [key, node] of tools.entries) {
    if (key === "allow" || key === "deny")
      relocation.place(node, ["tools", key]);
    else relocation.lost.push(node.path);
  }
}

/** The tool lists of the sandbox and of sub-agents lie under `tools` now, the rest stays with the agent. */
function movePolicy(
  relocation: Relocation,
  node: ConfigNode,
  key: "sandbox" | "subagents",
): void {
  const tools = node.get("tools");
  if (tools?.kind !== "object") {
    relocation.bring(node, [...defaults, key]);
    return;
  }
  relocation.bring(tools, ["tools", key, "tools"]);
  for (const [name, child] of node.entries)
    if (name !== "tools") relocation.bring(child, [...defaults, key, name]);
}

interface Model {
  alias?: string;
}

/** Whether the loose model keys could be read; values from variables say no model's name. */
function moveModels(relocation: Relocation, agent: ConfigNode): boolean {
  const named = new Map<string, Model>();
  const name = (node: ConfigNode | undefined): string | undefined => {
    if (node?.kind !== "scalar") return undefined;
    const id = String(node.scalar).trim();
    if (id !== "" && !named.has(id)) named.set(id, {});
    return id;
  };
  const hasReference = [...modelKeys].some((key) => {
    const node = agent.get(key);
    return (
      key !== "models" &&
      [node, ...(node?.items ?? []), ...(node?.entries.values() ?? [])].some(
        (each) => (each?.template?.names.length ?? 0) > 0,
      )
    );
  });
  if (hasReference) return false;

  for (const key of ["model", "imageModel"]) {
    const node = agent.get(key);
    if (typeof node?.scalar === "string") name(node);
  }
  for (const item of agent.get("allowedModels")?.items ?? []) name(item);
  for (const key of ["model", "imageModel"]) {
    for (const item of agent.get(`${key}Fallbacks`)?.items ?? []) name(item);
    moveModel(relocation, agent, key);
  }
  for (const [alias, target] of agent.get("modelAliases")?.entries ?? []) {
    const id = typeof target.scalar === "string" ? name(target) : undefined;
    const model = id === undefined ? undefined : named.get(id);
    if (model !== undefined) model.alias ??= alias;
  }
  moveCatalogue(relocation, agent.get("models"), named);
  return true;
}

/** A model written as text becomes `primary`, the list beside it `fallbacks`. */
function moveModel(
  relocation: Relocation,
  agent: ConfigNode,
  key: string,
): void {
  const to = [...defaults, key];
  const model = agent.get(key);
  const list = agent.get(`${key}Fallbacks`);
  const hasList = list !== undefined && list.items.length > 0;
  if (typeof model?.scalar === "string")
    relocation.bring(model, [...to, "primary"]);
  else if (model !== undefined && !(hasList && model.kind === "object"))
    relocation.bring(model, to);
  else
    for (const [name, child] of model?.entries ?? []) {
      const isReplaced = name === "fallbacks" && child.items.length === 0;
      if (!isReplaced) relocation.bring(child, [...to, name]);
    }
  if (!hasList) return;
  if ((model?.get("fallbacks")?.items.length ?? 0) > 0)
    relocation.lost.push(list.path);
  else relocation.bring(list, [...to, "fallbacks"]);
}

/** Models that were named elsewhere join the catalogue, with their aliases. */
function moveCatalogue(
  relocation: Relocation,
  models: ConfigNode | undefined,
  named: ReadonlyMap<string, Model>,
): void {
  if (models !== undefined && (named.size === 0 || models.kind !== "object"))
    relocation.bring(models, catalogue);
  if (named.size === 0) return;
  const own =
    models?.kind === "object" ? models.entries : new Map<never, never>();
  const present = relocation.root.find(catalogue);
  const fresh: Members = {};
  for (const [id, { alias }] of named) {
    const former = own.get(id);
    const there = present?.get(id);
    const needsAlias =
      alias !== undefined && former?.get("alias") === undefined;
    if (former !== undefined && !(needsAlias && former.kind === "object"))
      continue;
    const value: Members = {
      ...(former === undefined ? {} : membersAsWritten(former)),
      ...(needsAlias ? { alias } : {}),
    };
    if (there === undefined) fresh[id] = value;
    else if (there.kind === "object" && former === undefined && needsAlias)
      relocation.write(alias, [...catalogue, id, "alias"]);
  }
  for (const [id, node] of own)
    if (fresh[id] === undefined) relocation.bring(node, [...catalogue, id]);
  if (present === undefined && own.size === 0) {
    if (Object.keys(fresh).length > 0) relocation.write(fresh, catalogue);
    return;
  }
  for (const [id, value] of Object.entries(fresh))
    relocation.write(value, [...catalogue, id]);
}
