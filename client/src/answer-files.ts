import { Disposable, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Why a file that a config includes cannot be read, in the words of the server. */
type ReadError =
  | "missing"
  | "directory"
  | "unreadable"
  | "too-large"
  | "not-text"
  | "forbidden";

interface ReadAnswer {
  readonly text?: string;
  readonly error?: ReadError;
}

/** No config comes near this size, in bytes. */
const largestFile = 5 * 1024 * 1024;

interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Answers a server in a browser, which has no files of its own: `clawdbot/readFile` gives `{ text }` or `{ error }` for a file
 * that a config includes, `clawdbot/listFolder` the entries of a folder from which one could be. Both want `{ uri }`.
 */
export const answerFiles = (client: BaseLanguageClient): Disposable =>
  Disposable.from(
    client.onRequest("clawdbot/readFile", (params: unknown) =>
      readFile(params),
    ),
    client.onRequest("clawdbot/listFolder", (params: unknown) =>
      listFolder(params),
    ),
  );

/** What lies in a folder; nothing while nobody vouches for the workspace. */
async function listFolder(params: unknown): Promise<readonly FolderEntry[]> {
  const uri = uriOf(params);
  if (uri === undefined || !workspace.isTrusted) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({
      name,
      isFolder: (type & FileType.Directory) !== 0,
    }));
  } catch {
    return [];
  }
}

async function readFile(params: unknown): Promise<ReadAnswer> {
  const uri = uriOf(params);
  if (uri === undefined) return { error: "unreadable" };
  // In a folder that nobody has called trusted, a config does not decide what else is read.
  if (!workspace.isTrusted && workspace.getWorkspaceFolder(uri) === undefined)
    return { error: "forbidden" };
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return { error: "directory" };
    if (size > largestFile) return { error: "too-large" };
    const bytes = await workspace.fs.readFile(uri);
    return decode(bytes);
  } catch (error) {
    return {
      error:
        error instanceof FileSystemError && error.code === "FileNotFound"
          ? "missing"
          : "unreadable",
    };
  }
}

function decode(bytes: Uint8Array): ReadAnswer {
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
        bytes,
      ),
    };
  } catch {
    return { error: "not-text" };
  }
}

/** What the request asks for, if it is an address. */
function uriOf(params: unknown): Uri | undefined {
  if (typeof params !== "object" || params === null || !("uri" in params))
    return undefined;
  const { uri } = params;
  try {
    return typeof uri === "string" ? Uri.parse(uri, true) : undefined;
  } catch {
    return undefined;
  }
}
