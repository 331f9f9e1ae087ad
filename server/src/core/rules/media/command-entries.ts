import type { SettingPattern } from "../../config/config-paths.generated.ts";
import {
  is,
  type ConfigView,
  type PresentLookup,
} from "../../config/config-view.ts";
import { knownText } from "../../config/known-text.ts";
import { settingsAt } from "../../config/settings-at.ts";

/** A program that is run for what people send (media-understanding/runner.js, link-understanding/runner.js). */
export interface CommandEntry {
  readonly lookup: PresentLookup;
  /** Whether links are given to it, not files. */
  readonly forLinks: boolean;
  readonly command: string;
  readonly args: readonly PresentLookup[];
}

const lists = [
  {
    pattern: "tools.media.models[]",
    block: ["tools", "media"],
    forLinks: false,
  },
  {
    pattern: "tools.media.image.models[]",
    block: ["tools", "media", "image"],
    forLinks: false,
  },
  {
    pattern: "tools.media.audio.models[]",
    block: ["tools", "media", "audio"],
    forLinks: false,
  },
  {
    pattern: "tools.media.video.models[]",
    block: ["tools", "media", "video"],
    forLinks: false,
  },
  {
    pattern: "tools.links.models[]",
    block: ["tools", "links"],
    forLinks: true,
  },
] as const satisfies readonly {
  readonly pattern: SettingPattern;
  readonly block: readonly string[];
  readonly forLinks: boolean;
}[];

export const commandEntryPatterns = [
  "tools.media.models[].type",
  "tools.media.models[].command",
  "tools.media.models[].args[]",
  "tools.media.image.enabled",
  "tools.media.image.models[].type",
  "tools.media.image.models[].command",
  "tools.media.image.models[].args[]",
  "tools.media.audio.enabled",
  "tools.media.audio.models[].type",
  "tools.media.audio.models[].command",
  "tools.media.audio.models[].args[]",
  "tools.media.video.enabled",
  "tools.media.video.models[].type",
  "tools.media.video.models[].command",
  "tools.media.video.models[].args[]",
  "tools.links.enabled",
  "tools.links.models[].type",
  "tools.links.models[].command",
  "tools.links.models[].args[]",
] as const;

/** Every such program whose command is written, in blocks that are not switched off. */
export function commandEntries(config: ConfigView): readonly CommandEntry[] {
  if (config.at("tools").state === "absent") return [];
  return lists.flatMap(({ pattern, block, forLinks }) => {
    const found = settingsAt(config, pattern);
    if (found.length === 0) return [];
    const isOff =
      pattern !== "tools.media.models[]" &&
      is(config.at([...block, "enabled"]), false);
    if (isOff) return [];
    return found.flatMap((lookup): readonly CommandEntry[] => {
      const type = config.at([...lookup.path, "type"]);
      const command = knownText(config.at([...lookup.path, "command"]))?.trim();
      if (command === undefined || command === "" || is(type, "provider"))
        return [];
      const args = config
        .items([...lookup.path, "args"])
        .map((item) => item.lookup);
      return [{ lookup, forLinks, command, args }];
    });
  });
}

/** The name of a program without its folder and ending. */
export const programOf = (command: string): string =>
  (command.split(/[\\/]/).at(-1) ?? "")
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat)$/, "");
