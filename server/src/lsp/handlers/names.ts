import {
  DocumentHighlightKind,
  LSPErrorCodes,
  ResponseError,
  type DocumentHighlight,
  type Location,
  type Position,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Place } from "../../core/config/resolve-config.ts";
import {
  isRenamable,
  renameAt,
  usesAt,
  type NameUse,
} from "../../core/features/names.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import {
  toLspRange,
  toWorkspaceEdit,
  type ClientAbilities,
} from "../to-lsp.ts";

/** The name at a position of a document, in the config that the document is part of. */
function find(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
): { snapshot: Snapshot; at: NameUse; uses: readonly NameUse[] } | undefined {
  for (const snapshot of contexts) {
    const offset = snapshot.linesOf(file).offsetAt(position);
    const found = usesAt(snapshot.analysis, file, offset);
    if (found !== undefined) return { snapshot, ...found };
  }
  return undefined;
}

const toRange = (snapshot: Snapshot, place: Place): Range =>
  toLspRange(snapshot.linesOf(place.file), place);

/** The places of a name: where it is defined, or all. */
export function handleLocations(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
  session: Session,
  wanted: (use: NameUse) => boolean,
): Location[] {
  const found = find(contexts, file, position);
  return (found?.uses ?? []).filter(wanted).flatMap(({ place }) =>
    found === undefined
      ? []
      : [
          {
            uri: session.uriOf(place.file),
            range: toRange(found.snapshot, place),
          },
        ],
  );
}

export function handleHighlights(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
): DocumentHighlight[] {
  const found = find(contexts, file, position);
  if (found === undefined) return [];
  return found.uses
    .filter(({ place }) => place.file === file)
    .map(({ place, isDefinition }) => ({
      range: toRange(found.snapshot, place),
      kind: isDefinition
        ? DocumentHighlightKind.Write
        : DocumentHighlightKind.Read,
    }));
}

/** The stretch that a new name would take the place of; null where nothing can be renamed. */
export function handlePrepareRename(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
): Range | null {
  const found = find(contexts, file, position);
  return found === undefined || !isRenamable(found.snapshot.analysis, found.at)
    ? null
    : toRange(found.snapshot, found.at.place);
}

/** The edits of a renaming over all files of the config. Throws what the editor shows when the name will not do. */
export function handleRename(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
  newName: string,
  session: Session,
  abilities: ClientAbilities,
): WorkspaceEdit | null {
  const snapshot = find(contexts, file, position)?.snapshot;
  if (snapshot === undefined) return null;
  const offset = snapshot.linesOf(file).offsetAt(position);
  const renaming = renameAt(snapshot.analysis, file, offset, newName);
  if (renaming === undefined) return null;
  if ("refused" in renaming)
    throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.refused);
  const files = [...new Set(renaming.places.map((place) => place.file))];
  return toWorkspaceEdit(
    files.map((each) => ({
      file: each,
      edits: renaming.places
        .filter((place) => place.file === each)
        .map(({ offset: start, length }) => ({
          offset: start,
          length,
          content: newName,
        })),
    })),
    snapshot,
    session,
    abilities,
  );
}
