import {
  environmentWith,
  type EnvironmentStates,
} from "../core/config/environment.ts";
import type { EffectiveEnvironment } from "../core/features/lint-file/given-settings.ts";
import {
  lintFilePlaces,
  nearestLintFile,
} from "../core/features/lint-file/lint-file-places.ts";
import {
  readLintFile,
  type LintFile,
} from "../core/features/lint-file/read-lint-file.ts";
import { environmentFileNames } from "./environment-file.ts";
import { toSource, type FileText, type Host } from "./host.ts";

/** The shared configuration of a config, by its name; undefined when there is none. */
export async function findLintFile(
  configFile: string,
  { home, exists }: Pick<Host, "home" | "exists">,
): Promise<string | undefined> {
  const places = lintFilePlaces(configFile, home);
  const there = new Set<string>();
  await Promise.all(
    places
      .flatMap(({ lintFile, gitMarker }) => [lintFile, gitMarker])
      .map(async (file) => {
        if (await exists(file)) there.add(file);
      }),
  );
  return nearestLintFile(places, home, (file) => there.has(file));
}

/** A shared configuration from its text; undefined when there is none to read. */
export function toLintFile(file: string, text: FileText): LintFile | undefined {
  const source = toSource(text);
  return "text" in source ? readLintFile(file, source) : undefined;
}

/** What is known of the variables where the gateway runs. */
export interface KnownEnvironment {
  readonly states: EnvironmentStates;
  /** The `.env` file that was to be read and could not. */
  readonly unreadable?: string;
}

/** Looks up what the settings say about variables. Of the `.env` file only names are kept. */
export async function knownEnvironment(
  { mode, names, file }: EffectiveEnvironment,
  {
    read,
    processNames,
  }: {
    readonly read: Host["read"];
    readonly processNames: () => Promise<ReadonlySet<string>>;
  },
): Promise<KnownEnvironment> {
  const set = new Set(names);
  if (mode === "process")
    for (const name of await processNames()) set.add(name);
  if (file === undefined) return { states: environmentWith(mode, set) };
  const text = await read(file);
  if (!("text" in text))
    return { states: environmentWith(mode, set), unreadable: file };
  for (const [name, isSet] of environmentFileNames(text.text))
    if (isSet) set.add(name);
  return { states: environmentWith(mode, set) };
}
