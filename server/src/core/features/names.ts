import type { ConfigNode } from "../config/config-node.ts";
import type { Place } from "../config/resolve-config.ts";
import { endOf, spanTouches } from "../text/span.ts";
import { parseTemplate } from "../config/env-references.ts";
import { keyNodeOf, walk } from "../json5/navigate.ts";
import type { Node } from "../json5/nodes.ts";
import type { Analysis } from "./analysis.ts";

/** What a name stands for. The same text may be an agent and a channel; they are two names. */
export type NameKind =
  "agent" | "channel" | "account" | "provider" | "variable";

/** One place where a name is written, quotes left out. */
export interface NameUse {
  readonly kind: NameKind;
  /** What is compared: accounts are told apart by their channel too. */
  readonly name: string;
  readonly place: Place;
  /** Whether the thing itself is written here; variables have no such place. */
  readonly isDefinition: boolean;
}

/** Every use of agents, channels, accounts, providers and variables, across the files of the config. */
export function nameUses({ resolved }: Analysis): readonly NameUse[] {
  const uses: NameUse[] = [];
  const placeOf = (node: Node): Place => {
    const place = resolved.placeOf(node);
    const text = resolved.documentOf(place.file)?.text ?? "";
    return /["']/.test(text.charAt(place.offset)) && place.length > 1
      ? { ...place, offset: place.offset + 1, length: place.length - 2 }
      : place;
  };
  const add = (
    kind: NameKind,
    node: Node | undefined,
    isDefinition = false,
    within = "",
  ): void => {
    const value: unknown = node?.value;
    if (node === undefined || typeof value !== "string" || value === "*")
      return;
    // A value with a variable in it is no name that could be found elsewhere.
    if (value === "" || parseTemplate(value).names.length > 0) return;
    uses.push({
      kind,
      name: within + value,
      place: placeOf(node),
      isDefinition,
    });
  };
  const texts = (node: ConfigNode | undefined): readonly Node[] =>
    (node?.items ?? []).map((item) => item.node);
  const keysOf = (
    kind: NameKind,
    node: ConfigNode | undefined,
    isDefinition: boolean,
    within = "",
  ): void => {
    for (const part of node?.parts ?? [])
      for (const property of part.node.children ?? [])
        if (
          property.type === "property" &&
          !["$include", "defaults"].includes(
            String(property.children?.[0]?.value),
          )
        )
          add(kind, property.children?.[0], isDefinition, within);
  };
  const { root } = resolved;
  for (const agent of root?.find(["agents", "list"])?.items ?? []) {
    add("agent", agent.get("id")?.node, true);
    for (const node of texts(agent.find(["subagents", "allowAgents"])))
      add("agent", node);
    keysOf("channel", agent.find(["tools", "elevated", "allowFrom"]), false);
  }
  for (const node of texts(root?.find(["tools", "agentToAgent", "allow"])))
    add("agent", node);
  for (const [, targets] of root?.get("broadcast")?.entries ?? [])
    for (const node of texts(targets)) add("agent", node);
  keysOf("channel", root?.find(["tools", "elevated", "allowFrom"]), false);
  for (const binding of root?.get("bindings")?.items ?? []) {
    add("agent", binding.get("agentId")?.node);
    const channel = binding.find(["match", "channel"]);
    add("channel", channel?.node);
    if (typeof channel?.scalar === "string")
      add(
        "account",
        binding.find(["match", "accountId"])?.node,
        false,
        `${channel.scalar}/`,
      );
  }
  keysOf("channel", root?.get("channels"), true);
  for (const [channel, block] of root?.get("channels")?.entries ?? [])
    keysOf("account", block.get("accounts"), true, `${channel}/`);
  keysOf("provider", root?.find(["models", "providers"]), true);
  for (const [, profile] of root?.find(["auth", "profiles"])?.entries ?? [])
    add("provider", profile.get("provider")?.node);
  return [...uses, ...variableUses({ resolved })];
}

const reference = /(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g;

function variableUses({ resolved }: Pick<Analysis, "resolved">): NameUse[] {
  const uses: NameUse[] = [];
  for (const file of resolved.files) {
    const document = resolved.documentOf(file);
    if (document === undefined || !document.text.includes("${")) continue;
    for (const node of walk(document.root)) {
      if (node.type !== "string") continue;
      const isKey =
        node.parent?.type === "property" && keyNodeOf(node.parent) === node;
      // Keys are never substituted.
      if (isKey) continue;
      const text = document.text.slice(node.offset, endOf(node));
      for (const match of text.matchAll(reference)) {
        if (match[1] !== "") continue;
        const name = match[2] ?? "";
        uses.push({
          kind: "variable",
          name,
          place: {
            file,
            offset: node.offset + match.index + 2,
            length: name.length,
          },
          isDefinition: false,
        });
      }
    }
  }
  return uses;
}

/** The name at an offset of a file, and every place where it is written; undefined where no name stands. */
export function usesAt(
  analysis: Analysis,
  file: string,
  offset: number,
): { readonly at: NameUse; readonly uses: readonly NameUse[] } | undefined {
  if (analysis.resolved.tooDeep) return undefined;
  const all = nameUses(analysis);
  const at = all.find(
    ({ place }) => place.file === file && spanTouches(place, offset),
  );
  if (at === undefined) return undefined;
  const seen = new Set<string>();
  const uses = all.filter(({ kind, name, place }) => {
    const identity = `${place.file}\0${place.offset}`;
    if (kind !== at.kind || name !== at.name || seen.has(identity))
      return false;
    seen.add(identity);
    return true;
  });
  return { at, uses };
}

/** Names that can be given anew: a channel and a provider are known to the program by theirs. */
export const renamable: readonly NameKind[] = ["agent", "account", "variable"];

/** What a new name may look like, so that it means the same wherever it is written. */
const allowed: Readonly<Record<NameKind, RegExp>> = {
  agent: /^[a-z0-9][a-z0-9_-]{0,63}$/,
  account: /^[a-z0-9][a-z0-9_-]{0,63}$/,
  channel: /^$/,
  provider: /^$/,
  variable: /^[A-Z_][A-Z0-9_]*$/,
};

export type Renaming =
  { readonly places: readonly Place[] } | { readonly refused: string };

/** Every place to change for a new name, or why it cannot be. Undefined where no name stands that could be changed. */
export function renameAt(
  analysis: Analysis,
  file: string,
  offset: number,
  newName: string,
): Renaming | undefined {
  const found = usesAt(analysis, file, offset);
  if (found === undefined || !renamable.includes(found.at.kind))
    return undefined;
  const { at, uses } = found;
  if (!allowed[at.kind].test(newName))
    return {
      refused:
        at.kind === "variable"
          ? "A variable's name has capital letters, digits and underscores only."
          : "A name has small letters, digits, - and _ only, at most 64, and begins with a letter or digit.",
    };
  const within = at.name.slice(0, at.name.lastIndexOf("/") + 1);
  const taken = at.kind === "account" ? within + newName : newName;
  const isTaken = nameUses(analysis).some(
    ({ kind, name, isDefinition }) =>
      kind === at.kind && isDefinition && name === taken && name !== at.name,
  );
  if (isTaken) return { refused: `There is another ${at.kind} of that name.` };
  const places = uses.map(({ place }) => place);
  // A key without quotes cannot hold every name.
  const needsQuotes = !/^[a-zA-Z_][\w]*$/.test(newName);
  const hasBare = places.some(({ file: of, offset: start }) => {
    const text = analysis.resolved.documentOf(of)?.text ?? "";
    return at.kind !== "variable" && !/["']/.test(text.charAt(start - 1));
  });
  return needsQuotes && hasBare
    ? {
        refused:
          "The name stands without quotes somewhere; it cannot hold a dash or begin with a digit.",
      }
    : { places };
}
