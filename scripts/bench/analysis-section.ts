import { registry } from "../../server/src/core/rules/registry.generated.ts";
import { runRules } from "../../server/src/core/rules/run-rules.ts";
import { validateSchema } from "../../server/src/core/schema/validate-schema.ts";
import { benchText } from "./documents.ts";
import { jsonDocument, jsonService } from "./json-service.ts";
import { inProcess, race } from "./race.ts";
import { analysisOf, benchSituation } from "./situation.ts";
import { milliseconds, printTable } from "./statistics.ts";

/** The whole answer to one edit, nothing of the last one used again, against VS Code's parsing and validating. */
export async function analysisSection(): Promise<void> {
  const service = jsonService();
  const rows: string[][] = [];
  for (const lines of [200, 1_000, 10_000]) {
    const text = benchText(lines, "jsonc");
    const settled = analysisOf(text);
    const { root } = settled.resolved;
    const document = jsonDocument(text);
    // Both must have something to say, else one of them may not have looked.
    const spoiled = text.replace('"bind"', '"bnd"');
    const spoiledDocument = jsonDocument(spoiled);
    const theirs = await service.doValidation(
      spoiledDocument,
      service.parseJSONDocument(spoiledDocument),
      { comments: "ignore" },
    );
    const ours = analysisOf(spoiled).diagnosis;
    if (theirs.length === 0 || ours.accepted)
      throw new Error("an unknown key went unnoticed");
    const { results, noise } = await race(
      [
        inProcess("whole analysis", () => analysisOf(text).diagnosis.problems),
        inProcess("VS Code JSON", () =>
          service.doValidation(document, service.parseJSONDocument(document), {
            comments: "ignore",
          }),
        ),
        inProcess("rules alone", () =>
          runRules(settled.view, registry, benchSituation),
        ),
        inProcess("schema alone", () =>
          root === undefined ? [] : [...validateSchema(root)],
        ),
      ],
      31,
      15,
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
  console.log("Parse, validate and judge a text, in milliseconds\n");
  printTable(["", "median", "p95", "ratio to VS Code", "noise"], rows);
}
