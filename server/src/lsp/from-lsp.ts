import type {
  ClientCapabilities,
  Position,
  Range,
} from "vscode-languageserver";
import type { LineIndex } from "../core/text/line-index.ts";
import type { ClientAbilities } from "./to-lsp.ts";

export const offsetOf = (lines: LineIndex, position: Position): number =>
  lines.offsetAt(position);

/** Start and end of a range as offsets. */
export const offsetsOf = (
  lines: LineIndex,
  range: Range,
): readonly [number, number] => [
  lines.offsetAt(range.start),
  lines.offsetAt(range.end),
];

/** What our own client says at the start, beside the protocol. Other clients say nothing. */
export interface InitializationOptions {
  /** `push` from a client that wants diagnostics pushed although it could pull. */
  readonly diagnostics?: "push";
  readonly rulePages?: string;
  /** The client has VS Code's own commands. */
  readonly isVscode?: boolean;
  /** The client answers `clawdbot/readFile`. */
  readonly readsFiles?: boolean;
  /** Whether the user vouches for the workspace; clients that know no such thing say nothing. */
  readonly isTrusted?: boolean;
  /** Our commands that the client has: what needs one is offered to it alone. */
  readonly commands?: readonly string[];
}

/** Reads the options of an `initialize` request; never throws. */
export function readInitializationOptions(
  options: unknown,
): InitializationOptions {
  if (typeof options !== "object" || options === null) return {};
  const { diagnostics, rulePages, readsFiles, isTrusted, isVscode, commands } =
    options as Readonly<Record<string, unknown>>;
  return {
    ...(diagnostics === "push" ? { diagnostics } : {}),
    ...(typeof rulePages === "string" ? { rulePages } : {}),
    ...(isVscode === true ? { isVscode } : {}),
    ...(readsFiles === true ? { readsFiles } : {}),
    ...(typeof isTrusted === "boolean" ? { isTrusted } : {}),
    ...(Array.isArray(commands)
      ? { commands: commands.filter((name) => typeof name === "string") }
      : {}),
  };
}

/** The address in the parameters of a request of our own; none that is open when there is none. */
export function uriIn(params: unknown): string {
  if (typeof params !== "object" || params === null || !("uri" in params))
    return "";
  return typeof params.uri === "string" ? params.uri : "";
}

export function abilitiesOf(
  capabilities: ClientCapabilities,
  options: InitializationOptions,
): ClientAbilities {
  const { publishDiagnostics, diagnostic } = capabilities.textDocument ?? {};
  const { workspaceEdit } = capabilities.workspace ?? {};
  return {
    relatedInformation:
      publishDiagnostics?.relatedInformation ??
      diagnostic?.relatedInformation ??
      false,
    codeDescription:
      publishDiagnostics?.codeDescriptionSupport ??
      diagnostic?.codeDescriptionSupport ??
      false,
    documentChanges: workspaceEdit?.documentChanges ?? false,
    createsFiles:
      workspaceEdit?.resourceOperations?.includes("create") ?? false,
    changeAnnotations: workspaceEdit?.changeAnnotationSupport !== undefined,
    commands: new Set(options.commands),
    snippets:
      capabilities.textDocument?.completion?.completionItem?.snippetSupport ??
      false,
    suggestsAgain: options.isVscode ?? false,
    rulePages: options.rulePages,
  };
}
