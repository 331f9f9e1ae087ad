import type { SourceFile } from "../core/config/includes.ts";
import type { FileError } from "../core/config/includes.ts";
import type { FolderEntry } from "../core/features/completion/include-offers.ts";
import { parseJson5 } from "../core/json5/parse.ts";
import type { Situation } from "../core/config/situation.ts";
import type { Machine } from "./machine.ts";

/** A file's text, or why there is none. */
export type FileText =
  { readonly text: string } | { readonly error: FileError };

/** Included files larger than this are not read, in bytes. No config comes near it. */
export const largestFile = 5 * 1024 * 1024;

/** A folder with more entries is not listed to its end. */
export const mostEntries = 500;

/** What the core needs from the world it runs in; one for Node, one for a browser's worker. */
export interface Host {
  readonly platform: Situation["platform"];
  /** The user's home folder; undefined where there is none. */
  readonly home: string | undefined;
  /** Reads a file that a config includes. Never rejects. */
  read(file: string): Promise<FileText>;
  /** The files and folders in a folder, so that one can be chosen for an include. Never rejects. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** A file's name without symbolic links in it; as it is where there are none. Never rejects. */
  realName(file: string): Promise<string>;
  /** What can be looked at beside the config; undefined in a browser. */
  readonly machine?: Machine;
  /** Whether a file or folder is there. Never rejects. */
  exists(file: string): Promise<boolean>;
  /** The configs in a folder and below it, by name; undefined when they are not known, or too many folders lie there. */
  configsUnder(folder: string): Promise<readonly string[] | undefined>;
  /** The core's name of a document: a path for `file:` addresses, else the decoded address. */
  fileOf(uri: string): string;
  uriOf(file: string): string;
  /** 64 hex digits from a cryptographic source. */
  newSecret(): string;
  /** YYYY-MM-DD where the user is. */
  today(): string;
  /** Names of variables that are set (and not empty) in the process and the `.env` files that go with a config; names only. */
  processNames(configFile: string): Promise<ReadonlySet<string>>;
  /** The `.env` file that belongs to a config; undefined for a config that lies in no folder. */
  environmentFileOf(config: string): string | undefined;
}

/** The parsed text of a file that the host read. */
export const toSource = (file: FileText): SourceFile =>
  "text" in file ? parseJson5(file.text) : file;

/** The day of a moment in its own time zone, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
