import { completionsAt } from "../../server/src/core/features/completion/complete.ts";
import { valueNodeOf, walk } from "../../server/src/core/json5/navigate.ts";
import type { Node } from "../../server/src/core/json5/nodes.ts";
import { LineIndex } from "../../server/src/core/text/line-index.ts";
import { abilitiesOf } from "../../server/src/lsp/from-lsp.ts";
import { toItems } from "../../server/src/lsp/handlers/completion.ts";
import { benchText } from "./documents.ts";
import { jsonDocument, jsonService } from "./json-service.ts";
import { inProcess, race } from "./race.ts";
import { analysisOf } from "./situation.ts";
import { milliseconds, printTable } from "./statistics.ts";

/** How many places are completed at, spread over the whole text. */
const places = 50;

/** Where a key could be written: behind the opening brace of an object. Where a value could: inside a string. */
const kinds: Readonly<Record<string, (node: Node) => number | undefined>> = {
  "a key": (node) => (node.type === "object" ? node.offset + 1 : undefined),
  "a value": (node) => {
    const value = node.type === "property" ? valueNodeOf(node) : undefined;
    return value?.type === "string" ? value.offset + 1 : undefined;
  },
};

const abilities = abilitiesOf(
  {
    textDocument: { completion: { completionItem: { snippetSupport: true } } },
  },
  {},
);

/** What a list of completions costs when nothing has been typed since the last answer. */
export async function completionSection(): Promise<void> {
  const service = jsonService();
  const rows: string[][] = [];
  for (const lines of [200, 1_000, 10_000]) {
    const text = benchText(lines, "jsonc");
    const analysis = analysisOf(text);
    const document = jsonDocument(text);
    const lineIndex = new LineIndex(text);
    const parsed = service.parseJSONDocument(document);
    const nodes = [...walk(analysis.resolved.document.root)];
    for (const [kind, offsetIn] of Object.entries(kinds)) {
      const all = nodes.flatMap((node) => offsetIn(node) ?? []);
      const step = Math.max(1, Math.floor(all.length / places));
      const offsets = all.filter((_, index) => index % step === 0);
      if (!offsets.some((offset) => completionsAt(analysis, offset).length > 0))
        throw new Error("nothing is offered anywhere");
      const { results, noise } = await race(
        [
          inProcess("ours", () => {
            for (const offset of offsets)
              toItems(completionsAt(analysis, offset), lineIndex, abilities);
          }),
          inProcess("VS Code JSON", async () => {
            for (const offset of offsets)
              await service.doComplete(
                document,
                document.positionAt(offset),
                parsed,
              );
          }),
        ],
        31,
        15,
      );
      const peer = results.get("VS Code JSON")?.median ?? Number.NaN;
      for (const [name, { median, p95 }] of results) {
        rows.push([
          `${lines.toLocaleString("en")} lines, ${kind}, ${name}`,
          milliseconds(median / offsets.length),
          milliseconds(p95 / offsets.length),
          (median / peer).toFixed(2),
          noise.toFixed(2),
        ]);
      }
    }
  }
  console.log("One list of completions, in milliseconds\n");
  printTable(["", "median", "p95", "ratio to VS Code", "noise"], rows);
}
