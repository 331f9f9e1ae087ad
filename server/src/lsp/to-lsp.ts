import {
  CodeActionKind,
  DiagnosticSeverity,
  DiagnosticTag,
  TextDocumentEdit,
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { FileEdits } from "../core/config/fix.ts";
import type { Place } from "../core/config/resolve-config.ts";
import type { Problem } from "../core/features/problem.ts";
import type { ProvenFix } from "../core/features/prove-fix.ts";
import type { Edit } from "../core/json5/nodes.ts";
import type { Severity } from "../core/rules/rule.ts";
import type { LineIndex } from "../core/text/line-index.ts";
import type { Span } from "../core/text/span.ts";
import type { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";

/** The source of every diagnostic. */
export const source = "clawdbot";
/** The kind of the action that carries out all safe fixes. */
export const fixAllKind = "source.fixAll.clawdbot";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client can do with our answers. */
export interface ClientAbilities {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly changeAnnotations: boolean;
  readonly documentChanges: boolean;
  /** Completions may have stops in them. */
  readonly snippets: boolean;
  /** The client knows VS Code's command that asks for completions again. */
  readonly suggestsAgain: boolean;
  /** Where pages of problem codes are, with a final slash; undefined when the client has none. */
  readonly rulePages: string | undefined;
}

export const toLspRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.positionAt(span.offset),
  end: lines.positionAt(span.offset + span.length),
});

export const toTextEdit = (
  lines: LineIndex,
  { offset, length, content }: Edit,
): TextEdit => ({
  range: toLspRange(lines, { offset, length }),
  newText: content,
});

const rangeOf = (snapshot: Snapshot, place: Place): Range =>
  toLspRange(snapshot.linesOf(place.file), place);

/** A problem as an editor shows it. */
export function toDiagnostic(
  problem: Problem,
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(snapshot, problem.place),
    severity: severities[problem.severity],
    code: problem.code,
    source,
    message: problem.message,
  };
  if (abilities.codeDescription && abilities.rulePages !== undefined) {
    diagnostic.codeDescription = { href: abilities.rulePages + problem.code };
  }
  if (abilities.relatedInformation && problem.related.length > 0) {
    diagnostic.relatedInformation = problem.related.map(
      ({ place, message }) => ({
        location: {
          uri: session.uriOf(place.file),
          range: rangeOf(snapshot, place),
        },
        message,
      }),
    );
  }
  if (problem.code === "config.duplicate_key")
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** The edits of a fix over one or several files; with `asks`, the client shows them and waits for a yes. */
export function toWorkspaceEdit(
  edits: readonly FileEdits[],
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
  asks?: { readonly title: string; readonly reason: string },
): WorkspaceEdit {
  const annotated =
    asks !== undefined &&
    abilities.changeAnnotations &&
    abilities.documentChanges;
  const perFile = edits.map(({ file, edits: list }) => ({
    uri: session.uriOf(file),
    textEdits: list.map(
      ({ offset, length, content }): TextEdit | AnnotatedTextEdit => {
        const range = toLspRange(snapshot.linesOf(file), { offset, length });
        return annotated
          ? { range, newText: content, annotationId: "asks" }
          : { range, newText: content };
      },
    ),
  }));
  if (!abilities.documentChanges) {
    return {
      changes: Object.fromEntries(
        perFile.map(({ uri, textEdits }) => [uri, textEdits]),
      ),
    };
  }
  const documentChanges = perFile.map(({ uri, textEdits }) =>
    TextDocumentEdit.create(
      { uri, version: session.documentOf(uri)?.version ?? null },
      textEdits,
    ),
  );
  if (!annotated) return { documentChanges };
  const annotation: ChangeAnnotation = {
    label: asks.title,
    description: asks.reason,
    needsConfirmation: true,
  };
  return { documentChanges, changeAnnotations: { asks: annotation } };
}

/** A proved fix as an editor offers it in `file`; other files it edits are named in its title. */
export function toQuickFix(
  proven: ProvenFix,
  diagnostic: Diagnostic,
  file: string,
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): CodeAction {
  const { asks, preferred } = proven.fix;
  const elsewhere = proven.edits
    .map((each) => each.file)
    .filter((each) => each !== file);
  const title =
    elsewhere.length === 0
      ? proven.title
      : `${proven.title} (in ${elsewhere.map(nameOf).join(", ")})`;
  const action: CodeAction = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: toWorkspaceEdit(
      proven.edits,
      snapshot,
      session,
      abilities,
      asks === undefined ? undefined : { title: proven.title, reason: asks },
    ),
  };
  if (preferred === true) action.isPreferred = true;
  return action;
}

const nameOf = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
