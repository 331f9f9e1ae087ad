// node dist/scripts/compare-with-release.mjs [--seed N] [--count N] [--record]: makes configs from the schema, damages most
// of them, and compares what our interpreter finds with what the real release says. Ends with 1 on a difference.
// --record writes the verdicts to test/core/schema/recorded-verdicts.generated.json, which the ordinary tests compare offline.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ResolvedConfig } from "../server/src/core/config/resolve-config.ts";
import { parseJson5 } from "../server/src/core/json5/parse.ts";
import { faultsIn } from "../server/src/core/schema/interpret.ts";
import { configShape } from "../server/src/core/schema/shape.ts";
import { askOracle } from "./oracle/ask-release.ts";
import type { Verdict } from "./oracle/verdict.ts";
import { placesOfFaults, unmatchedPlaces } from "./schema/compare-places.ts";
import { RandomConfigs } from "./schema/random-config.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "2000" },
    record: { type: "boolean" },
  },
});
const count = Number(values.count);
const folder = mkdtempSync(join(tmpdir(), "clawdbot-config-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const configs = new RandomConfigs(Number(values.seed), configShape());
const files: string[] = [];
for (let index = 0; index < count; index++) {
  const config = index % 5 === 0 ? configs.accepted() : configs.damaged();
  const file = join(folder, `${index}.json`);
  // References are a matter of their own: the release's schema sees what they stand for.
  writeFileSync(file, JSON.stringify(config).replaceAll("${", "$"));
  files.push(file);
}

const recorded: {
  readonly config: unknown;
  readonly refused: readonly string[];
}[] = [];
let refused = 0;
let differences = 0;
for (const verdict of await askOracle(process.cwd(), files)) {
  const text = readFileSync(verdict.file, "utf8");
  const theirs = placesOf(verdict);
  const { root } = new ResolvedConfig(
    verdict.file,
    new Map([[verdict.file, parseJson5(text)]]),
  );
  const ours =
    root === undefined ? [] : placesOfFaults(faultsIn(configShape(), root));
  const unmatched = unmatchedPlaces(ours, theirs);
  if (theirs.length > 0) refused += 1;
  if (unmatched.length > 0) {
    differences += 1;
    console.log(`${unmatched.join(", ")}\n  in ${text.slice(0, 300)}`);
  }
  const config: unknown = JSON.parse(text);
  recorded.push({ config, refused: theirs });
}
console.log(
  `${count} configs, ${refused} refused by the release's schema, ${differences} differ`,
);
if (differences > 0) process.exitCode = 1;
else if (values.record === true) {
  const lines = recorded.map((entry) => JSON.stringify(entry));
  writeFileSync(
    "test/core/schema/recorded-verdicts.generated.json",
    `[\n${lines.join(",\n")}\n]\n`,
  );
}

/** Where the release's schema refuses: unknown keys one by one, refinements left out, as no schema has them. */
function placesOf({ schemaIssues = [] }: Verdict): readonly string[] {
  return schemaIssues.flatMap(({ code, path, keys = [] }) => {
    if (code === "custom") return [];
    return code === "unrecognized_keys"
      ? keys.map((key) => (path === "" ? key : `${path}.${key}`))
      : [path];
  });
}
