import {
  MessageType,
  ShowMessageNotification,
  type Connection,
} from "vscode-languageserver";
import { octal, type PermissionChange } from "../../core/config/machine.ts";
import { chmodCommand } from "../../core/features/chmod-command.ts";
import { provenFixes } from "../../core/features/quick-fixes.ts";
import type { Restricted } from "../../platform/machine.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";

/** Tells and asks in the client's own window. */
export function talkThrough(connection: Connection): RepairTalk {
  const show = (type: MessageType, message: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, {
      type,
      message,
    });
  return {
    tell: (message) => show(MessageType.Info, message),
    warn: (message) => show(MessageType.Warning, message),
    confirm: async (message) => {
      const answer = await connection.window
        .showWarningMessage(message, { title: "Repair" }, { title: "Cancel" })
        // A client that cannot ask has nobody who agreed.
        .catch(() => undefined);
      return answer?.title === "Repair";
    },
  };
}

/** What a client asks for. It chooses among the problems there are; which files they are about is not its to say. */
interface RepairRequest {
  readonly uri: string;
  /** The one problem to repair; all of the config's without it. */
  readonly problem?: { readonly code: string; readonly about: string };
}

/** What became of one file. */
interface Repaired {
  readonly path: string;
  readonly outcome: Restricted;
}

/** What is told and asked on the way. */
interface RepairTalk {
  readonly tell: (message: string) => void;
  readonly warn: (message: string) => void;
  /** Whether the user wants what the message says. */
  readonly confirm: (message: string) => Promise<boolean>;
}

/** Reads the arguments of the command; undefined for anything else. */
function readRequest(given: unknown): RepairRequest | undefined {
  const [first] = Array.isArray(given) ? (given as readonly unknown[]) : [];
  if (typeof first !== "object" || first === null) return undefined;
  const { uri, code, about } = first as Readonly<Record<string, unknown>>;
  if (typeof uri !== "string") return undefined;
  return typeof code === "string" && typeof about === "string"
    ? { uri, problem: { code, about } }
    : { uri };
}

/** What repairs the problems that a fresh look finds, each path once. */
function changesOf(
  snapshots: readonly Snapshot[],
  { problem }: RepairRequest,
): readonly PermissionChange[] {
  const wanted = new Map<string, number>();
  for (const { analysis } of snapshots) {
    for (const each of analysis.diagnosis.problems) {
      if (each.suppressed !== undefined) continue;
      if (
        problem !== undefined &&
        (each.code !== problem.code || each.element !== problem.about)
      )
        continue;
      const fixes = provenFixes(analysis, each, [], () => undefined);
      for (const { path, permissions } of fixes.flatMap(
        (fix) => fix.permissions,
      ))
        wanted.set(path, (wanted.get(path) ?? permissions) & permissions);
    }
  }
  // A folder before what lies in it.
  return [...wanted]
    .map(([path, permissions]) => ({ path, permissions }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const count = (files: readonly unknown[]): string =>
  files.length === 1 ? "1 file or folder" : `${files.length} files and folders`;

/** Carries repairs of permissions out: the server does it, as the files are where it runs. */
export async function handleFixPermissions(
  given: unknown,
  session: Session,
  { tell, warn, confirm }: RepairTalk,
): Promise<readonly Repaired[]> {
  const request = readRequest(given);
  if (request === undefined) return [];
  const { machine } = session.host;
  if (machine === undefined || !session.mayLook) {
    warn(
      "Permissions are not looked at here: the workspace is not trusted, or clawdbot.filesystemChecks is off.",
    );
    return [];
  }
  const roots = (await session.contextsOf(request.uri)).map(({ uri }) => uri);
  for (const root of roots) await session.look(root);
  const changes = changesOf(
    roots.flatMap((root) => session.current(root) ?? []),
    request,
  );
  if (changes.length === 0) {
    tell("There are no permissions to repair.");
    return [];
  }
  // One problem was chosen by its title, which says all; several are listed first.
  const isAgreed =
    request.problem !== undefined ||
    (await confirm(
      `Keep other users out of ${count(changes)}? ${changes.map(chmodCommand).join("; ")}`,
    ));
  if (!isAgreed) return [];
  const repaired: Repaired[] = [];
  for (const change of changes)
    repaired.push({
      path: change.path,
      outcome: await machine.restrict(change),
    });
  const failed = changes.filter((_change, index) =>
    ["changed", "denied"].includes(repaired[index]?.outcome ?? ""),
  );
  if (failed.length === 0)
    tell(`Other users are kept out of ${count(changes)}.`);
  else
    warn(
      `The permissions of ${count(failed)} could not be changed: ${failed.map(({ path, permissions }) => `${path} (to ${octal(permissions)})`).join(", ")}`,
    );
  return repaired;
}
