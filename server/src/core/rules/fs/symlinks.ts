import type { FilesOf } from "../../access/machine-files.ts";
import { shortPath } from "../../config/file-names.ts";
import { seenAt } from "../../config/machine.ts";
import type { RuleContext, UnfixableFinding } from "../rule.ts";

/** Why neither rule about symbolic links has a repair. */
export const whyLinkStays =
  "Whether the target can be trusted is yours to say, and a link is usually there on purpose.";

/** When either rule speaks. */
export const linkCalm =
  "A note where you look after your dotfiles that way, and no more: what others may do to the target is checked by the rules about permissions, which look at the target.";

/** Files and folders that are symbolic links. */
export function* symlinkFindings(
  config: RuleContext,
  files: FilesOf,
  what: string,
): Iterable<UnfixableFinding> {
  const { machine } = config.situation;
  if (machine === undefined) return;
  for (const { path, at } of files(config, machine)) {
    if (seenAt(machine, path)?.isLink === true)
      yield {
        at,
        about: path,
        message: `${what} ${shortPath(path, machine.place.home)} is a symbolic link: whoever controls what it leads to controls Clawdbot`,
      };
  }
}
