import { SymbolKind, type SymbolInformation } from "vscode-languageserver";
import { baseName } from "../../core/config/file-names.ts";
import {
  workspaceSymbols,
  type WorkspaceSymbol,
} from "../../core/features/workspace-symbols.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange } from "../to-lsp.ts";

const kinds: Readonly<Record<WorkspaceSymbol["kind"], SymbolKind>> = {
  agent: SymbolKind.Class,
  channel: SymbolKind.Namespace,
  account: SymbolKind.Field,
};

/** Agents, channels and accounts of all open configs; what two of them include is listed once. */
export function handleWorkspaceSymbols(
  roots: readonly Snapshot[],
  query: string,
  session: Session,
): SymbolInformation[] {
  const seen = new Set<string>();
  return roots.flatMap((snapshot) =>
    workspaceSymbols(snapshot.analysis, query).flatMap((symbol) => {
      const { name, kind, place, within } = symbol;
      const identity = `${kind}\0${place.file}\0${place.offset}`;
      if (seen.has(identity)) return [];
      seen.add(identity);
      return [
        {
          name,
          kind: kinds[kind],
          location: {
            uri: session.uriOf(place.file),
            range: toLspRange(snapshot.linesOf(place.file), place),
          },
          containerName: within ?? baseName(snapshot.file),
        },
      ];
    }),
  );
}
