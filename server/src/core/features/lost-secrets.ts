import type { ConfigNode } from "../config/config-node.ts";
import { isSecretAt } from "../config/secret-values.ts";
import { keyNameOf, pathOf, walk } from "../json5/navigate.ts";
import type { JSONPath, Json5Document, Node } from "../json5/nodes.ts";
import { isDummyKey, isNoSecret } from "../rules/secrets/no-secret.ts";
import type { Analysis } from "./analysis.ts";

/** A secret in the texts of a config; `path` is that of the merged config, undefined for what is hidden there. */
interface StandingSecret {
  readonly text: string;
  readonly path: JSONPath | undefined;
}

const scalarText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
    : undefined;

/** The scalars of the merged config. */
function* mergedScalars(root: ConfigNode | undefined): Iterable<ConfigNode> {
  const pending = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "scalar") yield node;
    else pending.push(...node.entries.values(), ...node.items);
  }
}

/** The scalars of a file's own tree, keys left out: also those that are written twice or overridden elsewhere. */
function* writtenScalars(document: Json5Document): Iterable<Node> {
  for (const node of walk(document.root)) {
    const isKey =
      node.parent?.type === "property" && node.parent.children?.[0] === node;
    if (!isKey && node.children === undefined) yield node;
  }
}

const droppable = (text: string): boolean =>
  isNoSecret(text) || isDummyKey(text);

/** In a shell's manner: the text may stand in for the variable. */
const withFallback = /\$\{[A-Za-z_]\w*:?[-=]([^{}]*)\}/g;

/**
 * What is left of a text without what is meant as a variable, in order: a fix may write those otherwise. What stands in for
 * a variable belongs to the text.
 */
const piecesOf = (text: string): readonly string[] =>
  text
    .trim()
    .replace(withFallback, "${}$1${}")
    .split(/\$\{[^{}]*\}/)
    .filter((piece) => piece !== "");

/** Whether a text has all the pieces in it, in order. */
function hasPieces(text: string, pieces: readonly string[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

/** A value whose variables hold all that is secret in it. */
const isReference = (node: ConfigNode): boolean =>
  node.template?.parts.every((part) => typeof part !== "string") === true;

function secretsOf(
  { resolved }: Analysis,
  files: readonly string[],
): readonly StandingSecret[] {
  const found: StandingSecret[] = [];
  const merged = new Set<Node>();
  for (const node of mergedScalars(resolved.root)) {
    merged.add(node.node);
    const text = scalarText(node.scalar);
    if (text === undefined || droppable(text) || isReference(node)) continue;
    const { path } = node;
    if (isSecretAt(path, text)) found.push({ text, path });
  }
  for (const file of files) {
    const document = resolved.documentOf(file);
    if (document === undefined) continue;
    for (const node of writtenScalars(document)) {
      const text = scalarText(node.value);
      if (merged.has(node) || text === undefined || droppable(text)) continue;
      if (isSecretAt(pathOf(node), text)) found.push({ text, path: undefined });
    }
  }
  return found;
}

/** The texts in which a secret may live on. */
function textsOf(
  { resolved }: Analysis,
  files: readonly string[],
): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const node of mergedScalars(resolved.root)) {
    const text = scalarText(node.scalar);
    if (text !== undefined) texts.add(text);
  }
  for (const file of files) {
    const document = resolved.documentOf(file);
    if (document === undefined) continue;
    for (const node of walk(document.root)) {
      const text =
        node.type === "property" ? keyNameOf(node) : scalarText(node.value);
      if (text !== undefined) texts.add(text);
    }
  }
  return texts;
}

/**
 * Whether a secret of the config stands nowhere any more. Not lost is what the fix moved to the `.env` file (`kept`), and a
 * secret in whose very place a newly generated one stands: to replace it is what such a fix is for.
 */
export function losesSecret(
  before: Analysis,
  after: Analysis,
  files: readonly string[],
  kept: readonly JSONPath[],
): boolean {
  const secrets = secretsOf(before, files);
  if (secrets.length === 0) return false;
  const texts = textsOf(after, files);
  const { newSecret } = after.input.situation;
  const keptPaths = new Set(kept.map((path) => JSON.stringify(path)));
  return secrets.some(({ text, path }) => {
    if (texts.has(text)) return false;
    const pieces = piecesOf(text);
    for (const other of texts) if (hasPieces(other, pieces)) return false;
    if (path === undefined) return true;
    if (keptPaths.has(JSON.stringify(path))) return false;
    const now = after.resolved.root?.find(path)?.scalar;
    return newSecret === "" || now !== newSecret;
  });
}
