import type { ConfigNode } from "../../config/config-node.ts";
import { sameValue } from "../../config/change-values.ts";
import { lookupOf, type Lookup } from "../../config/config-view.ts";
import type { FileEdits } from "../../config/fix.ts";
import type { ResolvedConfig } from "../../config/resolve-config.ts";
import { isSecretName } from "../../config/secret-names.ts";
import { guardingKeys } from "../../dialects/clawdbot/guarding-keys.ts";
import { removeEdits } from "../../json5/edits.ts";
import {
  keyNameOf,
  keyNodeOf,
  pathOf,
  valueNodeOf,
  valueOf,
} from "../../json5/navigate.ts";
import type { Edit, Json5Document, Node } from "../../json5/nodes.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";
import { noteAs } from "./refused.ts";

/** The merged settings by the text that each is made of. */
function settingsByText(
  root: ConfigNode | undefined,
): ReadonlyMap<Node, ConfigNode> {
  const settings = new Map<Node, ConfigNode>();
  const pending = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const part of node.parts) settings.set(part.node, node);
    pending.push(...node.entries.values(), ...node.items);
  }
  return settings;
}

/** The setting whose text a property holds; when something merged later hides it, a missing one at the same place. */
function settingOf(
  resolved: ResolvedConfig,
  settings: ReadonlyMap<Node, ConfigNode>,
  property: Node,
): Lookup {
  const value = valueNodeOf(property);
  const node = value && settings.get(value);
  if (node !== undefined) return lookupOf(node, node.path);
  return {
    state: "absent",
    path: pathOf(property),
    parent: resolved.root,
    origin: resolved.fileOf(property),
  };
}

/** The edits that remove several properties; undefined where they get into each other's way. */
function removals(
  document: Json5Document,
  properties: readonly Node[],
): readonly Edit[] | undefined {
  const edits = properties
    .flatMap((property) => removeEdits(document, property))
    .sort((a, b) => a.offset - b.offset);
  const areApart = edits.every((edit, index) => {
    const next = edits[index + 1];
    return next === undefined || edit.offset + edit.length <= next.offset;
  });
  return areApart ? edits : undefined;
}

/** Nothing is lost where all say the same; a guard that is forgotten is worse than any other setting. */
function severityOf(
  name: string,
  properties: readonly Node[],
): SeverityByProfile {
  const [first, ...others] = properties.map(valueNodeOf);
  const isSame = others.every(
    (other) =>
      first !== undefined &&
      other !== undefined &&
      sameValue(valueOf(first), valueOf(other)),
  );
  if (isSame) return noteAs("info");
  return guardingKeys.has(name) || isSecretName(name)
    ? { recommended: "error", strict: "error" }
    : noteAs("warning");
}

export const configDuplicateKey = defineRule({
  code: "config.duplicate_key",
  effect: "note",
  severity: noteAs("warning"),
  // Any object may have a key twice, and only the text shows it.
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "A key stands twice in the same object",
    why: 'Clawdbot keeps the last one and forgets the others without a word, whatever is in them. A setting that looks safe may be one that is forgotten: `dmPolicy: "pairing"` does nothing when `dmPolicy: "open"` stands further down. That is an error where the key decides who gets in, what may be done or which secret counts; where all of them say the same it is an info.',
    remedy:
      "Keep one of them. One that holds a secret of its own is never removed for you.",
    bad: `{ gateway: { mode: "local", bind: "lan", bind: "loopback" } }`,
    good: `{ gateway: { mode: "local", bind: "loopback" } }`,
    since: "next",
    calm: "It needs the very same key twice between the same braces.",
    upstream: {
      relation: "ours",
      reason: "The audit sees what is left after the file was read.",
    },
  },
  *check(config) {
    const { resolved } = config;
    let settings: ReadonlyMap<Node, ConfigNode> | undefined;
    for (const file of resolved.files) {
      const document = resolved.documentOf(file);
      for (const { properties } of document?.duplicates ?? []) {
        const dead = properties.slice(0, -1);
        const [first] = dead;
        const last = properties.at(-1);
        if (first === undefined || last === undefined) continue;
        const name = keyNameOf(first) ?? "";
        // Dropped wherever it stands; another rule says so.
        if (name === "__proto__") continue;
        const edits = document && removals(document, dead);
        const fix: readonly FileEdits[] = edits ? [{ file, edits }] : [];
        settings ??= settingsByText(resolved.root);
        const isContainer = valueNodeOf(first)?.children !== undefined;
        yield {
          at: settingOf(resolved, settings, last),
          place: resolved.placeOf(keyNodeOf(first) ?? first),
          severity: severityOf(name, properties),
          message: `${JSON.stringify(name)} stands ${properties.length === 2 ? "twice" : `${properties.length} times`} in this object; only the last one counts${isContainer ? ", and what is in this one is lost" : ""}`,
          related: properties.slice(1).map((property) => ({
            at: resolved.placeOf(keyNodeOf(property) ?? property),
            message:
              property === last
                ? "The one that counts"
                : "Does not count either",
          })),
          fixes:
            fix.length === 0
              ? []
              : [
                  {
                    title: `Remove ${dead.length === 1 ? "the one that does" : "those that do"} not count`,
                    safety: "review",
                    preferred: true,
                    edits: fix,
                  },
                ],
        };
      }
    }
  },
});
