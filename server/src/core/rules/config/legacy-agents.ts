import type { ConfigNode } from "../../config/config-node.ts";
import { onlyAgentId } from "../../dialects/clawdbot/legacy-keys.ts";
import type { JsonValue } from "../../json5/nodes.ts";
import { asWritten, type Members, type Relocation } from "./relocation.ts";

const textOf = (node: ConfigNode | undefined): string => {
  const value = node?.template?.names.length === 0 ? node.scalar : undefined;
  return typeof value === "string" ? value.trim() : "";
};

const listOf = (root: ConfigNode): ConfigNode | undefined =>
  root.find(["agents", "list"]);

/** The entry of `agents.list` with that id. */
const entryOf = (root: ConfigNode, id: string): ConfigNode | undefined =>
  listOf(root)?.items.find((entry) => textOf(entry.get("id")) === id);

/** Adds an agent, to a list that may not be there yet. */
function add(relocation: Relocation, entries: readonly Members[]): void {
  if (entries.length === 0) return;
  const list = listOf(relocation.root);
  if (list === undefined) {
    relocation.write(entries, ["agents", "list"]);
    return;
  }
  for (const value of entries)
    relocation.changes.push({ op: "append", path: ["agents", "list"], value });
}

const isObject = (value: JsonValue | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Adds what `target` lacks. */
function mergeMissing(target: Members, source: Members): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (present === undefined) target[key] = value;
    else if (isObject(present) && isObject(value)) mergeMissing(present, value);
  }
}

/** What an entry of `routing.agents` looks like as an agent: two keys have moved within it. */
function asAgent(entry: Members): Members {
  const { mentionPatterns, groupChat, sandbox, ...rest } = entry;
  const agent: Members = { ...rest };
  const chat: Members =
    mentionPatterns === undefined ? {} : { mentionPatterns };
  if (isObject(groupChat)) mergeMissing(chat, groupChat);
  else if (groupChat !== undefined) agent["groupChat"] = groupChat;
  if (Object.keys(chat).length > 0) agent["groupChat"] = chat;
  if (!isObject(sandbox)) {
    if (sandbox !== undefined) agent["sandbox"] = sandbox;
    return agent;
  }
  const { tools, ...others } = sandbox;
  if (!isObject(tools)) return { ...agent, sandbox };
  if (Object.keys(others).length > 0) agent["sandbox"] = others;
  const moved: Members = { sandbox: { tools } };
  if (isObject(agent["tools"])) mergeMissing(moved, agent["tools"]);
  return { ...agent, tools: moved };
}

/** `routing.agents`, a map by id, becomes entries of `agents.list`; an agent that is there keeps what it has. */
export function moveAgents(relocation: Relocation, map: ConfigNode): boolean {
  if (map.kind !== "object") return false;
  const list = listOf(relocation.root);
  if (list !== undefined && list.kind !== "array") return false;
  const added: Members[] = [];
  for (const [key, node] of map.entries) {
    const id = key.trim();
    const written = asWritten(node);
    if (id === "" || !isObject(written)) {
      relocation.lost.push(node.path);
      continue;
    }
    const agent = asAgent(written);
    const present = entryOf(relocation.root, id);
    if (present === undefined) added.push({ id, ...agent });
    else complete(relocation, present, agent);
  }
  add(relocation, added);
  relocation.clear(map);
  return true;
}

/** Writes what a present object lacks. */
function complete(
  relocation: Relocation,
  present: ConfigNode,
  value: Members,
): void {
  for (const [key, part] of Object.entries(value)) {
    const child = present.get(key);
    if (child === undefined) relocation.write(part, [...present.path, key]);
    else if (child.kind === "object" && isObject(part))
      complete(relocation, child, part);
    else relocation.lost.push(child.path);
  }
}

/** `routing.defaultAgentId` becomes the mark of that agent; a mark that is there stays. */
export function markDefaultAgent(
  relocation: Relocation,
  node: ConfigNode,
): boolean {
  const id = textOf(node);
  const list = listOf(relocation.root);
  if (id === "" || (list !== undefined && list.kind !== "array")) return false;
  const marked = list?.items.some((e) => e.get("default")?.scalar === true);
  if (marked === true) relocation.lost.push(node.path);
  else {
    const entry = entryOf(relocation.root, id);
    if (entry === undefined) add(relocation, [{ id, default: true }]);
    else if (entry.get("default") === undefined)
      relocation.write(true, [...entry.path, "default"]);
    else
      relocation.changes.push({
        op: "set",
        path: [...entry.path, "default"],
        value: true,
      });
  }
  relocation.clear(node);
  return true;
}

/** The agent that answers when no binding names another, as the program picks it. */
function defaultAgentId(root: ConfigNode): string {
  const items = listOf(root)?.items ?? [];
  const ids = items.map((entry) => textOf(entry.get("id")));
  const marked = items.findIndex(
    (entry, index) =>
      entry.get("default")?.scalar === true && ids[index] !== "",
  );
  const former = root.find(["routing", "agents"])?.entries.keys() ?? [];
  return (
    ids[marked] ??
    [
      textOf(root.find(["routing", "defaultAgentId"])),
      ...ids,
      ...former,
      onlyAgentId,
    ].find((id) => id !== "") ??
    onlyAgentId
  );
}

/** `identity` becomes that of the default agent, unless it has one. */
export function moveIdentity(
  relocation: Relocation,
  node: ConfigNode,
): boolean {
  const { root } = relocation;
  const list = listOf(root);
  if (node.kind !== "object") return false;
  if (list !== undefined && list.kind !== "array") return false;
  const id = defaultAgentId(root);
  const entry = entryOf(root, id);
  if (entry === undefined) add(relocation, [{ id, identity: asWritten(node) }]);
  else relocation.place(node, [...entry.path, "identity"]);
  relocation.clear(node);
  return true;
}
