import type { ConfigNode } from "../../config/config-node.ts";
import {
  knownTranscriber,
  type LegacyKey,
} from "../../dialects/clawdbot/legacy-keys.ts";
import type { JSONPath, JsonValue } from "../../json5/nodes.ts";
import { moveAgent } from "./legacy-agent.ts";
import { markDefaultAgent, moveAgents, moveIdentity } from "./legacy-agents.ts";
import { asWritten, membersAsWritten, Relocation } from "./relocation.ts";

/**
 * What `doctor --fix` would make of a legacy key, as changes; undefined where it leaves the value alone, or where the
 * value cannot be known.
 */
export function repairOf(
  key: LegacyKey,
  node: ConfigNode,
  root: ConfigNode,
): Relocation | undefined {
  const relocation = new Relocation(root);
  // The release moves this key along, though it does not count it among the old ones.
  const limit =
    key.path[1] === "groupChat" ? node.parent?.get("historyLimit") : undefined;
  if (limit !== undefined)
    relocation.place(limit, ["messages", "groupChat", "historyLimit"]);
  return repair(relocation, key, node) ? relocation : undefined;
}

function repair(
  relocation: Relocation,
  { path, repair: how }: LegacyKey,
  node: ConfigNode,
): boolean {
  const { root } = relocation;
  switch (how.kind) {
    case "merge":
      return moveChannel(relocation, node, [...how.to]);
    case "move":
      return moveWhole(relocation, node, [...how.to], how.objectsOnly === true);
    case "agents":
      return moveAgents(relocation, node);
    case "default agent":
      return markDefaultAgent(relocation, node);
    case "identity":
      return moveIdentity(relocation, node);
    case "agent": {
      const agent = root.find(path.slice(0, 1));
      return agent !== undefined && moveAgent(relocation, agent);
    }
    case "senders":
      return moveSenders(relocation, node);
    case "mention in groups":
      return spreadMention(relocation, node);
    case "mention on telegram":
      return moveTelegramMention(relocation, node);
    case "speech":
      return moveSpeech(relocation, node);
    case "token":
      return moveToken(relocation, node);
    case "transcription":
      return moveTranscription(relocation, node);
  }
}

const everyGroup = (channel: string): JSONPath => [
  "channels",
  channel,
  "groups",
  "*",
  "requireMention",
];

/** A channel's block, whose keys join those that are already under `channels`. */
function moveChannel(
  relocation: Relocation,
  node: ConfigNode,
  to: JSONPath,
): boolean {
  if (node.kind !== "object") return false;
  const mention =
    node.key === "telegram" ? node.get("requireMention") : undefined;
  if (mention === undefined) relocation.bring(node, to);
  else {
    for (const [key, child] of node.entries)
      if (child !== mention) relocation.bring(child, [...to, key]);
    moveTelegramMention(relocation, mention, false);
  }
  relocation.clear(node);
  return true;
}

function moveWhole(
  relocation: Relocation,
  node: ConfigNode,
  to: JSONPath,
  objectsOnly: boolean,
): boolean {
  if (objectsOnly && node.kind !== "object") return false;
  const renamed = to[0] === "bindings" ? withChannels(node) : undefined;
  if (renamed === undefined) relocation.place(node, to);
  else if (!relocation.write(renamed, to)) relocation.lost.push(node.path);
  relocation.clear(node);
  return true;
}

/** Bindings in which `match.provider` is still called so; undefined where nothing has to be renamed. */
function withChannels(bindings: ConfigNode): JsonValue | undefined {
  const old = [
    ["provider", "channel"],
    ["accountID", "accountId"],
  ] as const;
  const needsIt = bindings.items.some((binding) =>
    old.some(([name]) => binding.get("match")?.get(name) !== undefined),
  );
  if (!needsIt) return undefined;
  return bindings.items.map((binding) => {
    const match = binding.get("match");
    if (match?.kind !== "object") return asWritten(binding);
    const renamed = [...match.entries].flatMap(
      ([key, child]): [string, JsonValue][] => {
        const now = old.find(([name]) => name === key)?.[1] ?? key;
        const isTwice = now !== key && match.get(now) !== undefined;
        return isTwice ? [] : [[now, asWritten(child)]];
      },
    );
    return {
      ...membersAsWritten(binding),
      match: Object.fromEntries(renamed),
    };
  });
}

/** Senders belong to WhatsApp; without it they mean nothing. */
function moveSenders(relocation: Relocation, node: ConfigNode): boolean {
  if (relocation.at(["channels", "whatsapp"])?.kind === "object")
    relocation.place(node, ["channels", "whatsapp", "allowFrom"]);
  else relocation.lost.push(node.path);
  relocation.clear(node);
  return true;
}

/** One switch for all groups becomes one for each channel that had such groups. */
function spreadMention(relocation: Relocation, node: ConfigNode): boolean {
  const free = ["whatsapp", "telegram", "imessage"]
    .filter(
      (channel) =>
        channel !== "whatsapp" ||
        relocation.at(["channels", channel])?.kind === "object",
    )
    .map(everyGroup)
    .filter((path) => relocation.at(path) === undefined);
  if (free.length === 0) relocation.lost.push(node.path);
  else {
    relocation.changes.push({ op: "move", from: node.path, to: free });
    relocation.targets.push(...free);
  }
  relocation.clear(node);
  return true;
}

function moveTelegramMention(
  relocation: Relocation,
  node: ConfigNode,
  alone = true,
): boolean {
  // The switch for all groups arrives first and wins.
  const general = ["routing", "groupChat", "requireMention"];
  if (relocation.root.find(general) !== undefined)
    relocation.lost.push(node.path);
  else relocation.place(node, everyGroup("telegram"));
  if (alone) relocation.clear(node);
  return true;
}

function moveSpeech(relocation: Relocation, node: ConfigNode): boolean {
  const auto = ["messages", "tts", "auto"];
  const { scalar } = node;
  if (relocation.root.find(auto) !== undefined) relocation.lost.push(node.path);
  else if (typeof scalar === "boolean")
    relocation.write(scalar ? "always" : "off", auto);
  else return false;
  relocation.changes.push({ op: "remove", path: node.path });
  return true;
}

function moveToken(relocation: Relocation, node: ConfigNode): boolean {
  if (node.template === undefined) return false;
  const auth = ["gateway", "auth"];
  relocation.place(node, [...auth, "token"]);
  if (relocation.lost.length === 0)
    relocation.write("token", [...auth, "mode"]);
  relocation.clear(node);
  return true;
}

/** Only one program's settings are carried over, and only where no model is set. */
function moveTranscription(relocation: Relocation, node: ConfigNode): boolean {
  const audio = ["tools", "media", "audio"];
  const present = relocation.root.find([...audio, "models"]);
  const model = asModel(node);
  if (model === undefined || (present?.items.length ?? 0) > 0)
    relocation.lost.push(node.path);
  else {
    const enabled = relocation.root.find([...audio, "enabled"]);
    if (enabled?.scalar !== true)
      relocation.changes.push({
        op: "set",
        path: [...audio, "enabled"],
        value: true,
      });
    relocation.changes.push({
      op: "set",
      path: [...audio, "models"],
      value: [model],
    });
    relocation.targets.push([...audio, "models"]);
  }
  relocation.clear(node);
  return true;
}

function asModel(
  node: ConfigNode,
): { readonly [key: string]: JsonValue } | undefined {
  const command = node.get("command");
  const [first, ...rest] = command?.items ?? [];
  if (first?.kind !== "scalar") return undefined;
  const executable = String(first.scalar).trim();
  if (executable.split(/[\\/]/).at(-1) !== knownTranscriber) return undefined;
  const timeout = node.get("timeoutSeconds")?.scalar;
  return {
    type: "cli",
    command: executable,
    ...(rest.length === 0
      ? {}
      : { args: rest.map((item) => String(item.scalar)) }),
    ...(typeof timeout === "number" ? { timeoutSeconds: timeout } : {}),
  };
}
