import {
  configFileNames,
  configFileSuffixes,
} from "../../dialects/clawdbot/files.ts";
import {
  baseName,
  isSameFolder,
  parentFolder,
  pathBelow,
} from "../../config/file-names.ts";

/** The name of the configuration that the editor and the command line share. */
export const lintFileName = ".clawdbot-lint.json";

/** One folder in which to look, from the config's own upwards. */
export interface LintFilePlace {
  readonly folder: string;
  readonly lintFile: string;
  /** Where this is there, a Git work tree ends. */
  readonly gitMarker: string;
}

/** Deeper folders than these are not looked at; no config lies so deep. */
const mostFolders = 40;

/**
 * The folders in which the shared configuration of a config may lie, nearest first: from its own up to the home folder, or to
 * the root of the file system when the config lies outside. The host says which of the files are there.
 */
export function lintFilePlaces(
  configFile: string,
  home: string | undefined,
): readonly LintFilePlace[] {
  const places: LintFilePlace[] = [];
  let folder = parentFolder(configFile);
  while (folder !== undefined && places.length < mostFolders) {
    places.push({
      folder,
      lintFile: pathBelow(folder, [lintFileName]),
      gitMarker: pathBelow(folder, [".git"]),
    });
    if (home !== undefined && isSameFolder(folder, home)) break;
    folder = parentFolder(folder);
  }
  return places;
}

/**
 * The shared configuration of a config: the nearest one, up to the root of the Git work tree or the home folder. Outside both
 * only the config's own folder counts: above it anybody may have put a file that silences us.
 */
export function nearestLintFile(
  places: readonly LintFilePlace[],
  home: string | undefined,
  isThere: (file: string) => boolean,
): string | undefined {
  const end = places.findIndex(
    ({ folder, gitMarker }) =>
      (home !== undefined && isSameFolder(folder, home)) || isThere(gitMarker),
  );
  return places
    .slice(0, end < 0 ? 1 : end + 1)
    .find(({ lintFile }) => isThere(lintFile))?.lintFile;
}

/** Whether a file is a config by its name. */
export const isConfigName = (file: string): boolean =>
  configFileNames.some((name) => name === baseName(file)) ||
  configFileSuffixes.some((suffix) => file.endsWith(suffix));

/** Whether a file is a shared configuration by its name. */
export const isLintFile = (file: string): boolean =>
  baseName(file) === lintFileName;
