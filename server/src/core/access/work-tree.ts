import { foldersAbove, pathBelow } from "../config/file-names.ts";
import { seenAt, type Look, type MachineFacts } from "../config/machine.ts";
import { isIgnored, type IgnoreFile } from "../text/git-ignore.ts";

/** The Git work tree that a config lies in. */
export interface WorkTree {
  readonly root: string;
  /** Whether Git leaves the config out, so that it is not committed by accident. */
  readonly isIgnored: boolean;
}

const gitOf = (folder: string): string => pathBelow(folder, [".git"]);

/** The nearest folder above the config that Git keeps. */
const rootOf = (machine: MachineFacts, file: string): string | undefined =>
  foldersAbove(file).find(
    (folder) => seenAt(machine, gitOf(folder)) !== undefined,
  );

/** The file's path below a folder, segment by segment. */
const segmentsBelow = (root: string, file: string): readonly string[] =>
  file
    .slice(root.length)
    .split(/[\\/]+/)
    .filter((segment) => segment !== "");

interface PatternFile extends Omit<IgnoreFile, "text"> {
  readonly path: string;
}

/** The files that say what is left out, those that count less first (gitignore(5); `core.excludesFile` is not looked up). */
function patternFiles(
  { place }: MachineFacts,
  root: string,
  file: string,
): readonly PatternFile[] {
  const folders = segmentsBelow(root, file).slice(0, -1);
  return [
    { path: pathBelow(place.home, [".config", "git", "ignore"]), folder: [] },
    { path: pathBelow(gitOf(root), ["info", "exclude"]), folder: [] },
    ...Array.from({ length: folders.length + 1 }, (_, depth) => {
      const folder = folders.slice(0, depth);
      return { path: pathBelow(root, [...folder, ".gitignore"]), folder };
    }),
  ];
}

/** What has to be looked at to know whether the config lies in a work tree and is left out of it. */
export function workTreeLooks(machine: MachineFacts): readonly Look[] {
  const file = machine.place.realFile;
  if (file === undefined) return [];
  const root = rootOf(machine, file);
  return root === undefined
    ? foldersAbove(file).map((folder) => ({
        path: gitOf(folder),
        wants: "status",
      }))
    : patternFiles(machine, root, file).map(({ path }) => ({
        path,
        wants: "text",
      }));
}

/** Facts never change, and are asked at every keystroke. */
const known = new WeakMap<MachineFacts, { readonly tree?: WorkTree }>();

/** The work tree that the config lies in, as far as anybody looked. */
export function workTreeOf(machine: MachineFacts): WorkTree | undefined {
  const before = known.get(machine);
  if (before !== undefined) return before.tree;
  const tree = lookedUp(machine);
  known.set(machine, tree === undefined ? {} : { tree });
  return tree;
}

function lookedUp(machine: MachineFacts): WorkTree | undefined {
  const file = machine.place.realFile;
  if (file === undefined) return undefined;
  const root = rootOf(machine, file);
  if (root === undefined) return undefined;
  const files = patternFiles(machine, root, file).flatMap(
    ({ path, folder }): readonly IgnoreFile[] => {
      const text = seenAt(machine, path)?.text;
      return text === undefined ? [] : [{ folder, text }];
    },
  );
  return { root, isIgnored: isIgnored(segmentsBelow(root, file), files) };
}
