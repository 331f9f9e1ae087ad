import { baseName, parentFolder, pathBelow } from "./file-names.ts";
import type { MachineFacts, Seen, SeenEntry, SeenFile } from "./machine.ts";

/** A line as `ls -l` would show it, shortened: `-rw-r--r-- ~/.clawdbot/clawdbot.json`, or `lrwxrwxrwx NAME -> TARGET`. */
export type ListedFile = `${"-" | "d" | "l"}${string} ${"~" | "/"}${string}`;

/** A machine for an example: pages show its lines, tests look at it as if it were one. */
export interface MachineExample {
  readonly files: readonly ListedFile[];
  /** Where the config lies, if not at `~/.clawdbot/clawdbot.json`. Its folder is the state folder. */
  readonly config?: `~/${string}`;
  /** The config is a copy that no Clawdbot loads. */
  readonly isCopy?: true;
  /** Paths that belong to another user. */
  readonly foreign?: readonly string[];
  /** Texts of files, where a rule reads them. */
  readonly texts?: Readonly<Record<string, string>>;
}

const home = "/home/me";
const absolute = (path: string): string => path.replace(/^~/, home);

interface Line {
  readonly path: string;
  readonly target: string | undefined;
  readonly kind: SeenEntry["kind"];
  readonly permissions: number;
}

function lineOf(listed: ListedFile): Line {
  const match = /^([-dl])([rwx-]{9}) (.+?)(?: -> (.+))?$/.exec(listed);
  if (match === null) throw new Error(`no line of ls: ${listed}`);
  const [, type, letters = "", path = "", target] = match;
  const bits = Array.from(letters, (letter) => (letter === "-" ? "0" : "1"));
  return {
    path: absolute(path),
    target: target === undefined ? undefined : absolute(target),
    kind: type === "d" ? "folder" : type === "-" ? "file" : "other",
    permissions: Number.parseInt(bits.join(""), 2),
  };
}

/** An example as a page and a terminal show it: its lines, then the texts that matter. */
export const shownMachine = ({
  files,
  texts,
}: MachineExample): readonly string[] => [
  ...files,
  ...Object.entries(texts ?? {}).map(
    ([name, text]) => `${name}: ${text.trim()}`,
  ),
];

/** The facts that an example's lines stand for; what they do not list is not there. */
export function machineOf(example: MachineExample): MachineFacts {
  const lines = example.files.map(lineOf);
  const seenAt = ({ path, target, kind, permissions }: Line): SeenFile => {
    if (target !== undefined) {
      const led = lines.find((line) => line.path === target);
      if (led === undefined) throw new Error(`${target} is not listed`);
      return { ...seenAt(led), isLink: true };
    }
    const inside = lines.filter((line) => parentFolder(line.path) === path);
    const text = textsOf(example).find(([name]) => name === path)?.[1];
    return {
      kind,
      permissions,
      isLink: false,
      isOwn: example.foreign?.some((name) => absolute(name) === path) !== true,
      ...(kind === "folder"
        ? {
            entries: inside.map((line) => ({
              name: baseName(line.path),
              kind: line.kind,
            })),
          }
        : {}),
      ...(text === undefined ? {} : { text }),
    };
  };
  const configFile = configOf(example);
  const stateFolder =
    example.isCopy === true
      ? pathBelow(home, [".clawdbot"])
      : (parentFolder(configFile) ?? home);
  const link = lines.find(({ path }) => path === configFile);
  return {
    place: {
      home,
      stateFolder,
      workspace: pathBelow(home, ["clawd"]),
      realFile: link?.target ?? configFile,
      ...(example.isCopy === true
        ? {}
        : {
            loaded: {
              configFile,
              credentialsFolder: pathBelow(stateFolder, ["credentials"]),
            },
          }),
    },
    seen: new Map(
      lines.map((line): [string, Seen] => [line.path, seenAt(line)]),
    ),
  };
}

/** The config's own path in an example. */
export const configOf = (example: MachineExample): string =>
  absolute(example.config ?? "~/.clawdbot/clawdbot.json");

/** The texts of an example by absolute path. */
export const textsOf = (
  example: MachineExample,
): readonly (readonly [string, string])[] =>
  Object.entries(example.texts ?? {}).map(([name, text]) => [
    absolute(name),
    text,
  ]);
