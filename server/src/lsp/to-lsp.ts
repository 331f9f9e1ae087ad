import {
  CodeActionKind,
  CreateFile,
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
import type { LintFileEdit } from "../core/features/lint-file/edit-lint-file.ts";
import type { LintFile } from "../core/features/lint-file/read-lint-file.ts";
import type { Problem } from "../core/features/problem.ts";
import type { ProvenFix } from "../core/features/prove-fix.ts";
import type { Edit } from "../core/json5/nodes.ts";
import type { Severity } from "../core/rules/rule.ts";
import type { LineIndex } from "../core/text/line-index.ts";
import type { Span } from "../core/text/span.ts";
import type { Session } from "./session.ts";
import { linesOfText, type Lines } from "./snapshot.ts";

/** The source of every diagnostic. */
export const source = "clawdbot";
/** The command that takes permissions away from other users. */
export const fixPermissionsCommand = "clawdbot.fixPermissions";
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
  /** An edit may make a file. */
  readonly createsFiles: boolean;
  /** Our own commands, for what takes more than an edit. */
  readonly commands: ReadonlySet<string>;
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

/** Problems of text that could go without any loss: editors fade it. */
const unnecessary: ReadonlySet<string> = new Set([
  "config.duplicate_key",
  "lint.unused_suppression",
]);

const rangeOf = (texts: Lines, place: Place): Range =>
  toLspRange(texts.linesOf(place.file), place);

/** A problem as an editor shows it. */
export function toDiagnostic(
  problem: Problem,
  texts: Lines,
  session: Session,
  abilities: ClientAbilities,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(texts, problem.place),
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
          range: rangeOf(texts, place),
        },
        message,
      }),
    );
  }
  if (unnecessary.has(problem.code))
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** The edits of a fix over one or several files; with `asks`, the client shows them and waits for a yes. */
export function toWorkspaceEdit(
  edits: readonly FileEdits[],
  texts: Lines,
  session: Session,
  abilities: ClientAbilities,
  asks?: { readonly title: string; readonly reason: string },
): WorkspaceEdit {
  const annotated =
    asks !== undefined &&
    abilities.changeAnnotations &&
    abilities.documentChanges;
  const perFile = edits.map(({ file, edits: list, appendsAt }) => ({
    uri: session.uriOf(file),
    isNew: appendsAt?.exists === false,
    textEdits: list.map(
      ({ offset, length, content }): TextEdit | AnnotatedTextEdit => {
        const range =
          appendsAt === undefined
            ? toLspRange(texts.linesOf(file), { offset, length })
            : { start: appendsAt.end, end: appendsAt.end };
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
  const documentChanges = perFile.flatMap(({ uri, isNew, textEdits }) => [
    // Somebody else may have created it in the meantime.
    ...(isNew ? [CreateFile.create(uri, { ignoreIfExists: true })] : []),
    TextDocumentEdit.create(
      { uri, version: session.documentOf(uri)?.version ?? null },
      textEdits,
    ),
  ]);
  if (!annotated) return { documentChanges };
  const annotation: ChangeAnnotation = {
    label: asks.title,
    description: asks.reason,
    needsConfirmation: true,
  };
  return { documentChanges, changeAnnotations: { asks: annotation } };
}

/** A change of the shared configuration, which may have to be made first; undefined for a client that cannot. */
export function toLintFileEdit(
  { file, isNew, edits, after }: LintFileEdit,
  before: LintFile | undefined,
  session: Session,
  abilities: ClientAbilities,
): WorkspaceEdit | undefined {
  const lines = linesOfText((isNew ? undefined : before)?.document.text ?? "");
  const edit = toWorkspaceEdit([{ file, edits }], lines, session, abilities);
  if (!isNew) return edit;
  if (!abilities.createsFiles || edit.documentChanges === undefined)
    return undefined;
  const create = CreateFile.create(session.uriOf(after.file), {
    ignoreIfExists: true,
  });
  return { documentChanges: [create, ...edit.documentChanges] };
}
/** Whether a client can carry a fix out: not every one may create a file. */
export const canCarryOut = (
  { edits }: ProvenFix,
  { documentChanges, createsFiles }: ClientAbilities,
): boolean =>
  edits.every(
    ({ appendsAt }) =>
      appendsAt?.exists !== false || (documentChanges && createsFiles),
  );

/** A proved fix as an editor offers it in `file`; other files it edits are named in its title. */
export function toQuickFix(
  proven: ProvenFix,
  diagnostic: Diagnostic,
  file: string,
  texts: Lines,
  session: Session,
  abilities: ClientAbilities,
): CodeAction {
  const { asks, preferred } = proven.fix;
  // A fix that moves a secret names the file by itself.
  const elsewhere = proven.edits
    .filter(({ appendsAt }) => appendsAt === undefined)
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
      texts,
      session,
      abilities,
      asks === undefined ? undefined : { title: proven.title, reason: asks },
    ),
  };
  if (preferred === true) action.isPreferred = true;
  return action;
}

/** A fix of permissions is no edit but a command, which names the problem and not the files. */
export const toRepair = (
  { title, fix }: ProvenFix,
  { code, element }: Problem,
  diagnostic: Diagnostic,
  uri: string,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  command: {
    title,
    command: fixPermissionsCommand,
    arguments: [{ uri, code, about: element }],
  },
  ...(fix.preferred === true ? { isPreferred: true } : {}),
});

const nameOf = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
