import type { Connection } from "vscode-languageserver";
import { environmentFileBeside } from "./environment-file.ts";
import type { FolderEntry } from "../core/features/completion/include-offers.ts";
import { dayOf, mostEntries, type FileText, type Host } from "./host.ts";

const errors = [
  "missing",
  "directory",
  "unreadable",
  "too-large",
  "not-text",
  "forbidden",
] as const;

function toFileText(answer: unknown): FileText {
  if (typeof answer !== "object" || answer === null)
    return { error: "unreadable" };
  const { text, error } = answer as {
    readonly text?: unknown;
    readonly error?: unknown;
  };
  if (typeof text === "string") return { text };
  return { error: errors.find((known) => known === error) ?? "unreadable" };
}

function toEntries(answer: unknown): readonly FolderEntry[] {
  if (!Array.isArray(answer)) return [];
  return answer.slice(0, mostEntries).flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { name, isFolder } = entry as Readonly<Record<string, unknown>>;
    return typeof name === "string"
      ? [{ name, isFolder: isFolder === true }]
      : [];
  });
}

/** The address in readable form; one that is not properly encoded stays as it is. */
function decoded(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}

/** A worker has no file system of its own: files are read by the client, addresses are the files' names. */
export function createWebHost(connection: Connection): Host {
  const read = async (file: string): Promise<FileText> => {
    try {
      return toFileText(
        await connection.sendRequest<unknown>("clawdbot/readFile", {
          uri: encodeURI(file),
        }),
      );
    } catch {
      return { error: "unreadable" };
    }
  };
  return {
    platform: "unknown",
    home: undefined,
    read,
    async exists(file) {
      const answer = await read(file);
      return "text" in answer || answer.error === "directory";
    },
    realName: (file) => Promise.resolve(file),
    configsUnder: () => Promise.resolve(undefined),
    async list(folder) {
      try {
        return toEntries(
          await connection.sendRequest<unknown>("clawdbot/listFolder", {
            uri: encodeURI(folder),
          }),
        );
      } catch {
        return [];
      }
    },
    fileOf: decoded,
    uriOf: (file) => encodeURI(file),
    newSecret: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
        byte.toString(16).padStart(2, "0"),
      ).join(""),
    today: () => dayOf(new Date()),
    environmentFileOf: environmentFileBeside,
    // A page has no process environment.
    processNames: () => Promise.resolve(new Set()),
  };
}
