import type { ConfigNode } from "../config/config-node.ts";
import { templateCanBe } from "../config/env-references.ts";
import type { Fix } from "../config/fix.ts";
import { holdsSecret } from "./explain/holds-secret.ts";
import {
  outOfRange,
  wrongKeyName,
  wrongLength,
  wrongPattern,
} from "./explain/limits.ts";
import { missingKey } from "./explain/missing-key.ts";
import { nearest } from "../text/nearest.ts";
import { wrongType } from "./explain/wrong-type.ts";
import { wrongValue } from "./explain/wrong-value.ts";
import { faultsIn, type Fault } from "./interpret.ts";
import {
  firstPreferred,
  placeOfKey,
  placeOfValue,
  review,
  type SchemaProblem,
} from "./schema-problem.ts";
import { settingText, short } from "./setting-path.ts";
import {
  channelShapes,
  configShape,
  pluginShapes,
  type ShapeCursor,
} from "./shape.ts";

/**
 * What bundled plugins refuse in their own settings, `plugins.entries.<id>.config`: where there are any, and where a plugin
 * that is on needs some (config/validation.js). Plugins that the file itself brings are not known here.
 */
export function pluginConfigProblems(
  root: ConfigNode,
): readonly SchemaProblem[] {
  const plugins = root.get("plugins");
  if (plugins?.kind !== "object") return [];
  const problems: SchemaProblem[] = [];
  for (const [id, shape] of pluginShapes()) {
    const config = plugins.find(["entries", id, "config"]);
    if (config?.kind === "object") {
      for (const fault of faultsIn(shape, config)) {
        problems.push({
          ...explain(fault, id, root),
          code: "schema.plugin_config",
        });
      }
    } else if (config === undefined)
      problems.push(...lackingSettings(id, shape, plugins));
  }
  return problems;
}

function explain(fault: Fault, id: string, root: ConfigNode): SchemaProblem {
  switch (fault.kind) {
    case "unknown-key":
      return unknownSetting(fault, id);
    case "missing-key":
      return missingKey(fault, root);
    case "type":
      return wrongType(fault, root);
    case "enum":
      return wrongValue(fault);
    case "range":
      return outOfRange(fault);
    case "length":
      return wrongLength(fault);
    case "pattern":
      return wrongPattern(fault);
    case "key-name":
      return wrongKeyName(fault);
  }
}

function unknownSetting(
  { node, key, within, object }: Extract<Fault, { kind: "unknown-key" }>,
  id: string,
): SchemaProblem {
  const { path } = node;
  const quoted = JSON.stringify(short(key));
  const near = nearest(key, within.keys);
  const isChannel =
    channelShapes().has(id) ||
    configShape().at(["channels"])?.keys.includes(id) === true;
  const where = isChannel
    ? `; the channel's own settings are under channels.${id}`
    : "";
  const takes =
    within.keys.length === 0
      ? `The plugin ${id} takes no settings of its own${where}`
      : `The plugin ${id} has no setting ${quoted}`;
  const isFree = near !== undefined && object.get(near.word) === undefined;
  const fixes: readonly Fix[] = isFree
    ? [
        review(`Rename it to ${JSON.stringify(near.word)}`, {
          op: "rename",
          path,
          key: near.word,
        }),
      ]
    : channelMove(id, key, node, isChannel);
  return {
    code: "schema.plugin_config",
    path,
    at: placeOfKey(node),
    message: `${takes}${near === undefined ? "" : `. Did you mean ${JSON.stringify(near.word)}?`}`,
    fixes: [
      ...firstPreferred(fixes),
      ...(holdsSecret(node)
        ? []
        : [review(`Remove ${quoted}`, { op: "remove", path })]),
    ],
  };
}

/** A channel's setting that was written into its plugin. */
function channelMove(
  id: string,
  key: string,
  node: ConfigNode,
  isChannel: boolean,
): readonly Fix[] {
  if (!isChannel) return [];
  const channel = channelShapes().get(id) ?? configShape().at(["channels", id]);
  if (channel?.keys.includes(key) !== true) return [];
  let root = node;
  while (root.parent !== undefined) root = root.parent;
  const to = ["channels", id, key];
  if (root.find(to) !== undefined) return [];
  return [
    review(`Move it to ${settingText(to)}`, {
      op: "move",
      from: node.path,
      to: [to],
    }),
  ];
}

/** A plugin that is on, and cannot be without settings, has none. */
function lackingSettings(
  id: string,
  shape: ShapeCursor,
  plugins: ConfigNode,
): readonly SchemaProblem[] {
  const required = requiredBelow(shape);
  const slot = plugins.find(["slots", "memory"]);
  if (
    required === undefined ||
    slot === undefined ||
    !isCertainlyOn(id, slot, plugins)
  )
    return [];
  const path = ["plugins", "entries", id, "config"];
  const setting = [...path, ...required];
  const name = "OPENAI_API_KEY";
  return [
    {
      code: "schema.plugin_config",
      path,
      at: placeOfValue(slot),
      message: `The plugin ${id} cannot be without ${settingText(setting)}`,
      fixes: [
        {
          title: `Add it, as \${${name}} from where the gateway runs`,
          safety: "review",
          preferred: true,
          changes: [{ op: "set", path: setting, value: `\${${name}}` }],
          introduces: [name],
        },
        review("Use memory-core instead", {
          op: "set",
          path: ["plugins", "slots", "memory"],
          value: "memory-core",
        }),
      ],
    },
  ];
}

/** The first required key all the way down. */
function requiredBelow(shape: ShapeCursor): readonly string[] | undefined {
  const [key] = shape.shape.required ?? [];
  const below = key === undefined ? undefined : shape.property(key);
  return key === undefined || below === undefined
    ? undefined
    : [key, ...(requiredBelow(below) ?? [])];
}

/** Whether the slot turns the plugin on, whatever variables hold (plugins/config-state.js). */
function isCertainlyOn(
  id: string,
  slot: ConfigNode,
  plugins: ConfigNode,
): boolean {
  if (textOf(slot)?.trim() !== id || plugins.get("enabled")?.scalar === false)
    return false;
  const denied = plugins.get("deny")?.items ?? [];
  if (denied.some((item) => canBe(item, id))) return false;
  const allowed = plugins.get("allow")?.items ?? [];
  return (
    allowed.every((item) => textOf(item)?.trim() === "") ||
    allowed.some((item) => textOf(item)?.trim() === id)
  );
}

/** A text that holds no reference. */
function textOf({ template, scalar }: ConfigNode): string | undefined {
  if (typeof scalar !== "string" || template === undefined) return undefined;
  return template.names.length > 0 ? undefined : scalar;
}

function canBe(node: ConfigNode, text: string): boolean {
  const own = textOf(node);
  if (own !== undefined) return own.trim() === text;
  return node.template !== undefined && templateCanBe(node.template, text);
}
