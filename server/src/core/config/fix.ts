import type { Edit, JSONPath, JsonValue } from "../json5/nodes.ts";
import type { PermissionChange } from "./machine.ts";
import type { Place } from "./resolve-config.ts";
import type { Position } from "../text/line-index.ts";

/**
 * One change of the merged config, said in settings and not in text. Where in which file it is made, in which style
 * and with which commas, is decided once for all fixes (`features/apply-changes.ts`).
 * The paths named here are all that a fix may change: its promise, which its proof holds it to.
 */
export type SettingChange =
  | { readonly op: "set"; readonly path: JSONPath; readonly value: JsonValue }
  | { readonly op: "remove"; readonly path: JSONPath }
  /** Moves the value's own text; with several targets it is copied to each. */
  | {
      readonly op: "move";
      readonly from: JSONPath;
      readonly to: readonly JSONPath[];
    }
  | { readonly op: "rename"; readonly path: JSONPath; readonly key: string }
  | {
      readonly op: "append";
      readonly path: JSONPath;
      readonly value: JsonValue;
    }
  | {
      readonly op: "merge";
      readonly path: JSONPath;
      readonly value: { readonly [key: string]: JsonValue };
    };

/** Edits of one file's text. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly Edit[];
  /** Set for a file that is no config and of which nothing but its end is known: the edit adds to it there. */
  readonly appendsAt?: AppendPlace;
}

/** The end of a file whose text the core does not see. */
export interface AppendPlace {
  /** Whether the file is there; otherwise it has to be created. */
  readonly exists: boolean;
  readonly end: Position;
}

/**
 * A secret that a fix takes out of the config and puts into the `.env` file. The fix either sets the setting at `path` to a
 * text with `${variable}` in it, or removes it from the file's `env` block, where its key is the variable.
 */
export interface KeptSecret {
  readonly path: JSONPath;
  readonly variable: string;
  /** Nothing needs it any more, so it may go without a reference: the variable only saves it from getting lost. */
  readonly isSpare?: true;
}

interface FixCommon {
  /** The action, as a button would say it: "Bind to loopback". */
  readonly title: string;
  /** `safe` may run on save; whatever may stop the bot from starting or from answering its owner is `review`. */
  readonly safety: "safe" | "review";
  /** The one fix of a problem that a single key press should choose. */
  readonly preferred?: boolean;
  /** Why the owner may be locked out; the editor asks before it applies such a fix. */
  readonly asks?: string;
}

/** A repair said in settings. */
export interface SettingFix extends FixCommon {
  readonly changes: readonly SettingChange[];
  /** Variables that the fix refers to and that have to be set where the gateway runs. */
  readonly introduces?: readonly string[];
  /** Secrets that it moves. Another name is taken where the `.env` file or the config knows the variable already. */
  readonly keeps?: readonly KeptSecret[];
}

/** A repair of the text itself, which changes no value: syntax, dead duplicates. */
export interface TextFix extends FixCommon {
  readonly edits: readonly FileEdits[];
  /** The one comment that the fix is there to remove or to rewrite. */
  readonly comment?: Place;
}

/** A repair of files and not of texts: permissions that are taken away from other users. */
export interface PermissionFix extends FixCommon {
  readonly permissions: readonly PermissionChange[];
}

export type Fix = SettingFix | TextFix | PermissionFix;

/** The merged paths a change writes to or takes away. */
export function pathsOf(change: SettingChange): readonly JSONPath[] {
  switch (change.op) {
    case "set":
    case "remove":
    case "append":
    case "merge":
      return [change.path];
    case "move":
      return [change.from, ...change.to];
    case "rename":
      return [change.path, [...change.path.slice(0, -1), change.key]];
  }
}

/** Whether a fix is said in settings; otherwise it changes no value. */
export const isSettingFix = (fix: Fix): fix is SettingFix => "changes" in fix;
