import { findsOtherPlugins } from "../core/access/installed-plugins.ts";
import type { ConfigView } from "../core/config/config-view.ts";
import type {
  Look,
  MachineFacts,
  MachinePlace,
  PermissionChange,
  Seen,
} from "../core/config/machine.ts";
import type { Situation } from "../core/config/situation.ts";
import { missingLooks } from "../core/features/machine-looks.ts";

/** What became of a wish to take permissions away. `changed`: it is no longer what was looked at, such as a link now. */
export type Restricted = "done" | "already" | "changed" | "denied";

/** A machine with a file system. No method rejects. */
export interface Machine {
  /** Where things lie for a config; without one, where a Clawdbot of this machine keeps its plugins. */
  placeOf(file: string | undefined): Promise<MachinePlace>;
  look(look: Look): Promise<Seen>;
  /** Takes permissions away. Follows no symbolic link and never gives any. */
  restrict(change: PermissionChange): Promise<Restricted>;
}

/** What a look at the machine adds to a situation. */
export type Found = Required<Pick<Situation, "machine" | "hasOtherPlugins">>;

/** Wishes come up in rounds, as one answer leads to the next question; more than this mean that an answer is missing. */
const mostRounds = 8;

/** Looks at what a config would like to know: at states of files, and at names and texts only where they are asked for. */
export async function lookAround(
  config: ConfigView,
  file: string | undefined,
  machine: Machine,
): Promise<Found> {
  const seen = new Map<string, Seen>();
  const facts: MachineFacts = { place: await machine.placeOf(file), seen };
  for (let round = 0; round < mostRounds; round++) {
    const looks = missingLooks(config, facts);
    if (looks.length === 0) break;
    const answers = await Promise.all(
      looks.map(async (look) => [look.path, await machine.look(look)] as const),
    );
    for (const [path, answer] of answers) seen.set(path, answer);
  }
  return {
    machine: facts,
    hasOtherPlugins: findsOtherPlugins(config, facts),
  };
}
