import type { ConfigNode } from "../config/config-node.ts";
import type { Fix, FileEdits, SettingChange } from "../config/fix.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { keyOrder } from "../dialects/clawdbot/key-order.ts";
import { editsFor, type TreeChange } from "../json5/edits.ts";
import { pathOf } from "../json5/navigate.ts";
import type { JSONPath, JsonValue } from "../json5/nodes.ts";

/** A place in one file's own tree. */
interface Target {
  readonly file: string;
  readonly path: JSONPath;
}

const ofNode = (node: ConfigNode): Target => ({
  file: node.file,
  path: pathOf(node.node),
});

/** Where a value is changed: where the winning text stands. Undefined for a container that several texts make up. */
function presentTarget(
  resolved: ResolvedConfig,
  path: JSONPath,
): Target | undefined {
  const node = resolved.root?.find(path);
  return node === undefined || node.parts.length > 1 ? undefined : ofNode(node);
}

/** Where a missing key is inserted: in the part of its nearest ancestor that is merged last. */
function missingTarget(
  resolved: ResolvedConfig,
  path: JSONPath,
): Target | undefined {
  const { root } = resolved;
  if (root === undefined) return { file: resolved.file, path };
  let ancestor = root;
  for (const [depth, key] of path.entries()) {
    const next = ancestor.get(key);
    if (next === undefined) {
      if (ancestor.kind !== "object") return undefined;
      const { file, path: base } = ofNode(ancestor);
      return { file, path: [...base, ...path.slice(depth)] };
    }
    ancestor = next;
  }
  return undefined;
}

const isObject = (
  value: JsonValue,
): value is { readonly [key: string]: JsonValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Setting objects key by key keeps what stands beside them. */
function mergeSteps(
  resolved: ResolvedConfig,
  path: JSONPath,
  value: JsonValue,
): readonly SettingChange[] {
  if (!isObject(value) || resolved.root?.find(path)?.kind !== "object")
    return [{ op: "set", path, value }];
  return Object.entries(value).flatMap(([key, part]) =>
    mergeSteps(resolved, [...path, key], part),
  );
}

/** One change in the tree of the file that has to be edited; undefined when no single text says it. */
function placed(
  resolved: ResolvedConfig,
  change: SettingChange,
): readonly { file: string; change: TreeChange }[] | undefined {
  switch (change.op) {
    case "set": {
      const present = resolved.root?.find(change.path) !== undefined;
      const target = present
        ? presentTarget(resolved, change.path)
        : missingTarget(resolved, change.path);
      return (
        target && [
          {
            file: target.file,
            change: { op: "set", path: target.path, value: change.value },
          },
        ]
      );
    }
    case "append": {
      const list = resolved.root?.find(change.path);
      const target =
        list === undefined
          ? missingTarget(resolved, change.path)
          : ofNode(list);
      return (
        target && [
          {
            file: target.file,
            change: { op: "append", path: target.path, value: change.value },
          },
        ]
      );
    }
    case "remove":
    case "rename": {
      const target = presentTarget(resolved, change.path);
      return (
        target && [
          { file: target.file, change: { ...change, path: target.path } },
        ]
      );
    }
    case "move": {
      const from = presentTarget(resolved, change.from);
      const to = change.to.map((path) => missingTarget(resolved, path));
      if (from === undefined || to.some((target) => target?.file !== from.file))
        return undefined;
      const paths = to.flatMap((target) =>
        target === undefined ? [] : [target.path],
      );
      return [
        { file: from.file, change: { op: "move", from: from.path, to: paths } },
      ];
    }
    case "merge": {
      const steps = mergeSteps(resolved, change.path, change.value).map(
        (step) => placed(resolved, step),
      );
      return steps.some((step) => step === undefined)
        ? undefined
        : steps.flatMap((step) => step ?? []);
    }
  }
}

/**
 * The edits that carry a fix out, file by file, in each file's own style; none for one that edits no text.
 * Undefined when it cannot be said in text: a container of several parts, a place below a scalar.
 */
export function editsOfFix(
  resolved: ResolvedConfig,
  fix: Fix,
): readonly FileEdits[] | undefined {
  if ("edits" in fix) return fix.edits;
  if ("permissions" in fix) return [];
  const perFile = new Map<string, TreeChange[]>();
  for (const change of fix.changes) {
    const steps = placed(resolved, change);
    if (steps === undefined) return undefined;
    for (const step of steps) {
      const list = perFile.get(step.file) ?? [];
      list.push(step.change);
      perFile.set(step.file, list);
    }
  }
  const result: FileEdits[] = [];
  for (const [file, changes] of perFile) {
    const document = resolved.documentOf(file);
    const edits =
      document && editsFor(document, changes, { orderOf: keyOrder });
    if (edits === undefined) return undefined;
    if (edits.length > 0) result.push({ file, edits });
  }
  return result;
}
