import type { ConfigNode } from "../../config/config-node.ts";
import { channelRow } from "../../dialects/clawdbot/channels.ts";
import { conditionalValues } from "../../dialects/clawdbot/conditional-values.ts";
import type { JSONPath, Scalar } from "../../json5/nodes.ts";
import { match } from "../../schema/setting-path.ts";
import { pluginShapes } from "../../schema/shape.ts";
import type { Analysis } from "../analysis.ts";

/** Whether the program would refuse the file for a value that its schema allows at the place: another setting is missing. */
export function isRefusedHere(
  { resolved }: Analysis,
  path: JSONPath,
  value: Scalar,
): boolean {
  if (value === true || typeof value === "string") {
    const { root } = resolved;
    return (
      opensWithoutWildcard(root, path, value) ||
      lacksPartner(root, path, value) ||
      lacksPluginConfig(root, path, value)
    );
  }
  return false;
}

/** "open" asks for "*" among the senders; of an account among its own. */
function opensWithoutWildcard(
  root: ConfigNode | undefined,
  path: JSONPath,
  value: Scalar,
): boolean {
  const [section, id] = path;
  if (value !== "open" || section !== "channels") return false;
  const row = channelRow(String(id));
  if (row?.hasSchema !== true || row.directMessages === undefined) return false;
  const end = path.slice(-2).join(".");
  const isPolicy =
    row.directMessages.style === "nested"
      ? end === "dm.policy"
      : path.at(-1) === "dmPolicy";
  if (!isPolicy) return false;
  const senders = root?.find([...path.slice(0, -1), "allowFrom"])?.items ?? [];
  return !senders.some(
    ({ scalar, template }) =>
      String(scalar).trim() === "*" || (template?.names.length ?? 0) > 0,
  );
}

function lacksPartner(
  root: ConfigNode | undefined,
  path: JSONPath,
  value: Scalar,
): boolean {
  return conditionalValues.some((row) => {
    if (row.value !== value || match(row.setting, path) === undefined)
      return false;
    const blocks = [path.slice(0, -1), path.slice(0, 2)];
    const beside = (key: string): ConfigNode | undefined =>
      blocks
        .map((block) => root?.find([...block, key]))
        .find((node) => node !== undefined);
    const { when } = row;
    if (when !== undefined && beside(when.key)?.scalar !== when.value)
      return false;
    return row.beside.every((key) => beside(key) === undefined);
  });
}

/** A plugin that needs settings of its own cannot be switched on without. */
function lacksPluginConfig(
  root: ConfigNode | undefined,
  path: JSONPath,
  value: Scalar,
): boolean {
  const [section, part, name, key] = path;
  if (section !== "plugins") return false;
  const id =
    part === "slots" && path.length === 3
      ? value
      : part === "entries" && key === "enabled"
        ? name
        : undefined;
  if (typeof id !== "string") return false;
  const required = pluginShapes().get(id)?.shape.required ?? [];
  return (
    required.length > 0 &&
    root?.find(["plugins", "entries", id, "config"]) === undefined
  );
}
