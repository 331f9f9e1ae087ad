import { pluginLooks } from "../access/installed-plugins.ts";
import { machineFiles, secretFiles } from "../access/machine-files.ts";
import { workTreeLooks } from "../access/work-tree.ts";
import { foldersAbove } from "../config/file-names.ts";
import type { ConfigView } from "../config/config-view.ts";
import {
  isAnswered,
  seenAt,
  type Look,
  type MachineFacts,
} from "../config/machine.ts";

/** A config of hundreds of agents and accounts is not worth more looks than this. */
const mostLooks = 1000;

/** The folders above the files with secrets that are there: one of them may shut everybody out. */
const foldersOnTheWay = (
  config: ConfigView,
  machine: MachineFacts,
): ReadonlySet<string> =>
  new Set(
    secretFiles(config, machine)
      .filter(({ path }) => seenAt(machine, path) !== undefined)
      .flatMap(({ path }) => foldersAbove(path)),
  );

/**
 * What the rules would like to know about the machine and nobody has looked at yet. Some wishes come up only when others are
 * granted, so the host grants them and asks again until none is left.
 */
export function missingLooks(
  config: ConfigView,
  machine: MachineFacts,
): readonly Look[] {
  const files = machineFiles.flatMap((filesOf) => filesOf(config, machine));
  const wanted: readonly Look[] = [
    ...files.map(({ path }): Look => ({ path, wants: "status" })),
    ...Array.from(foldersOnTheWay(config, machine), (path): Look => ({
      path,
      wants: "status",
    })),
    ...pluginLooks(config, machine),
    ...workTreeLooks(machine),
  ];
  return wanted
    .slice(0, mostLooks)
    .filter((look) => !isAnswered(machine, look));
}
