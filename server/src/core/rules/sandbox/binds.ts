import { oncePerView } from "../../access/once-per-view.ts";
import { sandboxes, type AgentSandbox } from "../../access/sandboxes.ts";
import { knownText } from "../../config/known-text.ts";
import type { PresentLookup } from "../../config/config-view.ts";

/** One mount of a folder of the computer, as `docker create -v` reads it. */
export interface Bind {
  readonly lookup: PresentLookup;
  readonly text: string;
  /** The folder of the computer, or the name of a volume. */
  readonly source: string;
  readonly options: readonly string[];
  readonly isReadOnly: boolean;
  readonly agents: readonly AgentSandbox[];
}

/** `source:target[:options]`, where a source may begin with a drive; undefined for what Docker would not take. */
function parsed(
  text: string,
): Pick<Bind, "source" | "options" | "isReadOnly"> | undefined {
  const drive = /^[a-z]:(?=[\\/])/i.exec(text)?.[0] ?? "";
  const [source, target, options = ""] = text.slice(drive.length).split(":");
  if (source === undefined || target === undefined || target === "")
    return undefined;
  const list = options.split(",").filter((option) => option !== "");
  return {
    source: drive + source,
    options: list,
    isReadOnly: list.includes("ro"),
  };
}

/** Every mount that some sandbox gets, everybody's and an agent's own (agents/sandbox/config.js puts the two together). */
export const bindsInForce = oncePerView((config): readonly Bind[] =>
  sandboxes(config)
    .inForceTogether("docker", "binds")
    .flatMap(({ lookup: list, agents }) =>
      config.items(list.path).flatMap(({ lookup }) => {
        const text = knownText(lookup)?.trim();
        const bind = text === undefined ? undefined : parsed(text);
        return text === undefined || bind === undefined
          ? []
          : [{ lookup, text, agents, ...bind }];
      }),
    ),
);

export const bindPatterns = [
  "agents.defaults.sandbox.docker.binds[]",
  "agents.list[].sandbox.docker.binds[]",
] as const;
