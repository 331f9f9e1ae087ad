// node dist/scripts/compare-verdicts.mjs [--seed N] [--count N]: makes configs from the schema, damages most of
// them, mixes pieces of the conformance cases in, and compares our whole verdict with the real release's: accepted or not,
// starts or not, and the places it complains about. Prints what differs; ends with 1 if anything does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import JSON5 from "json5";
import type { EnvironmentStates } from "../server/src/core/config/environment.ts";
import { nothingKnown } from "../server/src/core/config/situation.ts";
import { Analysis } from "../server/src/core/features/analysis.ts";
import { defaultSettings } from "../server/src/core/features/settings.ts";
import { parseJson5 } from "../server/src/core/json5/parse.ts";
import { configShape } from "../server/src/core/schema/shape.ts";
import { listCases } from "./conformance/cases.ts";
import { missed } from "./conformance/compare.ts";
import { recordedIssue } from "./conformance/recorded-verdict.ts";
import { askOracle } from "./oracle/ask-release.ts";
import type { Verdict } from "./oracle/verdict.ts";
import { RandomConfigs, randomNumbers } from "./schema/random-config.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "2000" },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);
const next = randomNumbers(seed);
const below = (limit: number): number => Math.floor(next() * limit);
const configs = new RandomConfigs(seed, configShape());

interface Members {
  [key: string]: unknown;
}
const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value);

/** Pieces of the cases: those that parse, need no files of their own and no certain values of variables. */
const pieces = listCases()
  .filter(
    ({ file, values: given }) => given.length === 0 && file.endsWith(".json5"),
  )
  .flatMap(({ file }): readonly Members[] => {
    try {
      const value: unknown = JSON5.parse(readFileSync(file, "utf8"));
      return isMembers(value) ? [value] : [];
    } catch {
      return [];
    }
  });

/** Lays a piece over a config; lists are joined, as an include would. */
function laidOver(under: unknown, above: unknown): unknown {
  if (isList(under) && isList(above)) return [...under, ...above];
  if (!isMembers(under) || !isMembers(above)) return above;
  const result: Members = { ...under };
  for (const [key, value] of Object.entries(above))
    result[key] = Object.hasOwn(under, key)
      ? laidOver(under[key], value)
      : value;
  return result;
}

function makeConfig(index: number): unknown {
  // References of made-up texts could stand where only certain words will do; the pieces' own are harmless.
  const plain: unknown = JSON.parse(
    JSON.stringify(
      index % 3 === 0 ? configs.damaged() : configs.accepted(),
    ).replaceAll("${", "$"),
  );
  let config = next() < 0.3 ? {} : plain;
  for (let left = below(4); left > 0; left--)
    config = laidOver(config, pieces[below(pieces.length)]);
  // A file that points to other plugins leaves ids open, and which paths exist only the machine knows.
  if (isMembers(config) && isMembers(config["plugins"])) {
    delete config["plugins"]["load"];
    delete config["plugins"]["installs"];
  }
  return config;
}

/** What the release was asked in: every referenced variable is set, none besides. */
const environmentOf = ({ variables = [] }: Verdict): EnvironmentStates => ({
  referenced: "set",
  own: "unset",
  known: new Map(variables.map((name) => [name, "set"])),
});

/** Everything in which we and the release differ on a text. */
function differences(verdict: Verdict, text: string): readonly string[] {
  const analysis = new Analysis({
    file: verdict.file,
    files: new Map([[verdict.file, parseJson5(text)]]),
    settings: defaultSettings,
    situation: {
      ...nothingKnown,
      platform: "linux",
      environment: environmentOf(verdict),
    },
  });
  const { accepted, starts, problems } = analysis.diagnosis;
  const refused = problems.filter(({ effect }) => effect === "refused");
  const places = refused.map(({ code, path }) => `${code} ${path.join(".")}`);
  if (accepted !== verdict.validEnv)
    return [
      `accepted: we say ${accepted} (${places.join(", ")}), it says ${verdict.validEnv} (${verdict.issuesEnv.map(({ path, message }) => `${path}: ${message}`).join(", ")})`,
    ];
  const answer = {
    accepted: verdict.validEnv,
    issues: verdict.issuesEnv.map(recordedIssue),
  };
  const found = missed(answer, refused, verdict.file).map(
    (place) => `missed: ${place}`,
  );
  const theirs = verdict.starts?.ok === true;
  // The release is asked for its checks alone; that no port is so high it only finds out when it listens.
  const failsLater = problems.some(
    ({ code }) => code === "startup.port_out_of_range",
  );
  // A word behind a reference leaves it open to us.
  if (starts !== null && starts !== theirs && !(theirs && failsLater))
    found.push(`starts: we say ${starts}, it says ${theirs}`);
  return found;
}

const folder = mkdtempSync(join(tmpdir(), "clawdbot-config-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const files = Array.from({ length: count }, (_, index) => {
  const file = join(folder, `${index}.json`);
  writeFileSync(file, JSON.stringify(makeConfig(index)));
  return file;
});
let refused = 0;
let started = 0;
let differing = 0;
for (const verdict of await askOracle(process.cwd(), files)) {
  const text = readFileSync(verdict.file, "utf8");
  if (verdict.error !== undefined) throw new Error(verdict.error);
  if (!verdict.validEnv) refused += 1;
  if (verdict.starts?.ok === true) started += 1;
  const found = differences(verdict, text);
  if (found.length === 0) continue;
  differing += 1;
  console.log(`${found.join("\n")}\n  in ${text.slice(0, 2000)}\n`);
}
console.log(
  `seed ${seed}: ${count} configs, ${refused} refused by the release, ${started} that start; ${differing} differ`,
);
if (differing > 0) process.exitCode = 1;
