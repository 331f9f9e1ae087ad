import { pluginLooks } from "../access/installed-plugins.ts";
import { machineFiles } from "../access/machine-files.ts";
import { workTreeLooks } from "../access/work-tree.ts";
import type { ConfigView } from "../config/config-view.ts";
import { isAnswered, type Look, type MachineFacts } from "../config/machine.ts";

/** A config of hundreds of agents and accounts is not worth more looks than this. */
const mostLooks = 1000;

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
    ...pluginLooks(config, machine),
    ...workTreeLooks(machine),
  ];
  return wanted
    .slice(0, mostLooks)
    .filter((look) => !isAnswered(machine, look));
}
