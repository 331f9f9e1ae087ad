import { hoverAt } from "../../server/src/core/features/hover.ts";
import { keyNodeOf, walk } from "../../server/src/core/json5/navigate.ts";
import { benchText } from "./documents.ts";
import { jsonDocument, jsonService } from "./json-service.ts";
import { inProcess, race } from "./race.ts";
import { analysisOf } from "./situation.ts";
import { milliseconds, printTable } from "./statistics.ts";

/** How many keys are hovered over, spread over the whole text. */
const hovers = 50;

/** What a hover costs when nothing has been typed since the last answer. */
export async function hoverSection(): Promise<void> {
  const service = jsonService();
  const rows: string[][] = [];
  for (const lines of [200, 1_000, 10_000]) {
    const text = benchText(lines, "jsonc");
    const analysis = analysisOf(text);
    const keys = [
      ...walk(analysis.resolved.documentOf(analysis.input.file)?.root),
    ]
      .filter((node) => node.type === "property")
      .map((property) => (keyNodeOf(property)?.offset ?? 0) + 1);
    const step = Math.max(1, Math.floor(keys.length / hovers));
    const offsets = keys.filter((_, index) => index % step === 0);
    const document = jsonDocument(text);
    const parsed = service.parseJSONDocument(document);
    if (!offsets.some((offset) => hoverAt(analysis, offset)))
      throw new Error("no hover says anything");
    const { results, noise } = await race(
      [
        inProcess("ours", () => {
          for (const offset of offsets) hoverAt(analysis, offset);
        }),
        inProcess("VS Code JSON", async () => {
          for (const offset of offsets)
            await service.doHover(
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
        `${lines.toLocaleString("en")} lines, ${name}`,
        milliseconds(median / offsets.length),
        milliseconds(p95 / offsets.length),
        (median / peer).toFixed(2),
        noise.toFixed(2),
      ]);
    }
  }
  console.log("One hover over a key, in milliseconds\n");
  printTable(["", "median", "p95", "ratio to VS Code", "noise"], rows);
}
