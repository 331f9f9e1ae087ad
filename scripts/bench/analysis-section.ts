import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { loaderProblems } from "../../server/src/core/features/loader-problems.ts";
import { isVerdict } from "../../server/src/core/features/problem.ts";
import { syntaxProblems } from "../../server/src/core/features/syntax-problems.ts";
import { registry } from "../../server/src/core/rules/registry.generated.ts";
import { runRules } from "../../server/src/core/rules/run-rules.ts";
import { validateSchema } from "../../server/src/core/schema/validate-schema.ts";
import { benchText } from "./documents.ts";
import { jsonDocument, jsonService } from "./json-service.ts";
import { inProcess, race } from "./race.ts";
import { analysisOf, analysisOfTree, benchSituation } from "./situation.ts";
import { milliseconds, printTable } from "./statistics.ts";

/** The rules that refuse a file, or keep its gateway from starting. */
const verdictRules = registry.filter(({ effect }) => isVerdict(effect));

/** Whether a text is accepted and its gateway starts, and why not: parser, loader, schema and the rules that decide it. */
function verdictOn(text: string): readonly unknown[] {
  const { resolved, view } = analysisOf(text);
  return [
    ...syntaxProblems(resolved, benchSituation.newSecret),
    ...loaderProblems(resolved),
    ...(resolved.root === undefined ? [] : validateSchema(resolved.root)),
    ...runRules(view, verdictRules, benchSituation).findings,
  ];
}

/** The whole answer to one edit, nothing of the last one used again, against VS Code's parsing and validating. */
export async function analysisSection(): Promise<void> {
  const service = jsonService();
  const rows: string[][] = [];
  for (const lines of [200, 1_000, 10_000]) {
    const text = benchText(lines, "jsonc");
    const tree = parseJson5(text);
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
        inProcess("verdict", () => verdictOn(text)),
        // A view of its own for each run, as after every edit: nothing is answered yet.
        inProcess("all rules", () =>
          runRules(analysisOfTree(tree).view, registry, benchSituation),
        ),
      ],
      31,
      150,
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
