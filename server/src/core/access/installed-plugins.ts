import { is, type ConfigView } from "../config/config-view.ts";
import { pathBelow, userPath } from "../config/file-names.ts";
import { seenAt, type Look, type MachineFacts } from "../config/machine.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import {
  pluginManifest,
  stateFiles,
  workspaceExtensions,
} from "../dialects/clawdbot/state-files.ts";
import type { JSONPath } from "../json5/nodes.ts";

/*
 * Plugins of other makers where the program looks by itself (plugins/discovery.js, plugins/manifest-registry.js): folders in
 * `extensions` of the state folder and of the default agent's workspace, or single scripts there, with a manifest beside.
 */

export const workspacePatterns = [
  "agents.list[].default",
  "agents.list[].workspace",
  "agents.defaults.workspace",
] as const satisfies readonly WatchPattern[];

/** More plugins than this are not looked at one by one. */
const mostPlugins = 100;

/** The path that a setting holds, `~` resolved; undefined for none. */
function pathAt(
  config: ConfigView,
  setting: JSONPath,
  home: string,
): string | undefined {
  const at = config.at(setting);
  return at.state === "set" &&
    typeof at.value === "string" &&
    at.value.trim() !== ""
    ? userPath(at.value, home)
    : undefined;
}

/** The workspace of the agent that answers unless a binding says otherwise (agents/agent-scope.js). */
function workspaceOf(config: ConfigView, { place }: MachineFacts): string {
  const list = config.items("agents.list").map(({ lookup }) => lookup.path);
  const chosen =
    list.find((path) => is(config.at([...path, "default"]), true)) ?? list[0];
  return (
    (chosen && pathAt(config, [...chosen, "workspace"], place.home)) ??
    pathAt(config, ["agents", "defaults", "workspace"], place.home) ??
    place.workspace
  );
}

/** The folder of plugins that belongs to the state folder. */
export const stateExtensions = ({ place }: MachineFacts): string =>
  pathBelow(place.stateFolder, stateFiles.extensions);

const extensionFolders = (
  config: ConfigView,
  machine: MachineFacts,
): readonly string[] => [
  stateExtensions(machine),
  pathBelow(workspaceOf(config, machine), workspaceExtensions),
];

/** The folders in a folder of plugins; the program follows no symbolic link there. */
export const pluginFolders = (
  machine: MachineFacts,
  extensions: string,
): readonly string[] =>
  (seenAt(machine, extensions)?.entries ?? [])
    .filter(({ kind }) => kind === "folder")
    .map(({ name }) => pathBelow(extensions, [name]));

/** Where manifests would lie: in each folder, and beside scripts that stand alone. */
const manifestPaths = (
  machine: MachineFacts,
  extensions: string,
): readonly string[] =>
  [extensions, ...pluginFolders(machine, extensions)]
    .slice(0, mostPlugins)
    .map((folder) => pathBelow(folder, [pluginManifest]));

/** What has to be looked at to know whether other plugins are there. */
export const pluginLooks = (
  config: ConfigView,
  machine: MachineFacts,
): readonly Look[] =>
  extensionFolders(config, machine).flatMap((extensions): readonly Look[] => [
    { path: extensions, wants: "entries" },
    ...(seenAt(machine, extensions)?.kind === "folder"
      ? manifestPaths(machine, extensions).map((path): Look => ({
          path,
          wants: "status",
        }))
      : []),
  ]);

/** Whether a plugin of another maker was seen. */
export const findsOtherPlugins = (
  config: ConfigView,
  machine: MachineFacts,
): boolean =>
  extensionFolders(config, machine).some((extensions) =>
    manifestPaths(machine, extensions).some(
      (path) => seenAt(machine, path)?.kind === "file",
    ),
  );
