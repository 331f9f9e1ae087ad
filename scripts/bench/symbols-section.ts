import { documentSymbols } from "../../server/src/core/features/document-symbols.ts";
import { handleDocumentSymbols } from "../../server/src/lsp/handlers/structure.ts";
import { Snapshot } from "../../server/src/lsp/snapshot.ts";
import { benchText } from "./documents.ts";
import { jsonDocument, jsonService } from "./json-service.ts";
import { inProcess, race } from "./race.ts";
import { analysisOf } from "./situation.ts";
import { milliseconds, printTable } from "./statistics.ts";

/** What the outline of a document costs, from the tree to what goes over the wire. */
export async function symbolsSection(): Promise<void> {
  const service = jsonService();
  const rows: string[][] = [];
  for (const lines of [1_000, 10_000]) {
    const text = benchText(lines, "jsonc");
    const analysis = analysisOf(text);
    const snapshot = new Snapshot(
      "file:///config/clawdbot.json",
      1,
      1,
      analysis,
    );
    const document = jsonDocument(text);
    const parsed = service.parseJSONDocument(document);
    if (documentSymbols(analysis).length === 0)
      throw new Error("there are no symbols");
    const { results, noise } = await race(
      [
        inProcess("ours", () => handleDocumentSymbols(snapshot)),
        inProcess("VS Code JSON", () =>
          service.findDocumentSymbols2(document, parsed, {
            resultLimit: Number.MAX_SAFE_INTEGER,
          }),
        ),
      ],
      31,
      10,
    );
    const peer = results.get("VS Code JSON")?.median ?? Number.NaN;
    for (const [name, { median, p95 }] of results) {
      rows.push([
        `${lines.toLocaleString("en")} lines, ${name}`,
        milliseconds(median),
        milliseconds(p95),
        (median / peer).toFixed(2),
        noise.toFixed(2),
      ]);
    }
  }
  console.log("The outline of a document, in milliseconds\n");
  printTable(["", "median", "p95", "ratio to VS Code", "noise"], rows);
}
