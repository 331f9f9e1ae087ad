// npm run generate [-- --check]: writes every committed file that is derived from the code and from schemas/.
// With --check it compares instead, says which command to run, and ends with 1 when something differs.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  documentedSchemaFile,
  documentedSchemaText,
} from "./generate-schema.ts";
import { configPathsFile, configPathsText } from "./generate-config-paths.ts";
import { lintSchemaFile, lintSchemaText } from "./lint-schema.ts";
import { rulePages, ruleSettings } from "./rule-pages.ts";

const root = process.cwd();

/** package.json with the setting `clawdbot.rules` as the registry wants it; the rest stays as it is. */
async function manifest(): Promise<string> {
  const text = await readFile(join(root, "package.json"), "utf8");
  const parsed = JSON.parse(text) as {
    contributes?: {
      configuration?: {
        properties?: Record<string, { properties?: object }>;
      };
    };
  };
  const setting =
    parsed.contributes?.configuration?.properties?.["clawdbot.rules"];
  if (setting === undefined) return text;
  setting.properties = ruleSettings();
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** Every generated file with the text it must have. */
async function generated(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    [configPathsFile, await configPathsText(root)],
    [documentedSchemaFile, await documentedSchemaText(root)],
    [lintSchemaFile, lintSchemaText()],
    ["package.json", await manifest()],
    ...rulePages(),
  ]);
}

const read = async (file: string): Promise<string | undefined> =>
  readFile(join(root, file), "utf8").catch(() => undefined);

const isCheck = process.argv.includes("--check");
const wanted = await generated();
const stale: string[] = [];
for (const [file, text] of wanted) {
  if ((await read(file)) === text) continue;
  stale.push(file);
  if (isCheck) continue;
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}
// A page whose code is gone stays out of the way of nobody but readers.
const pages = await readdir(join(root, "docs/rules")).catch(() => []);
for (const page of pages) {
  if (wanted.has(`docs/rules/${page}`)) continue;
  stale.push(`docs/rules/${page}`);
  if (!isCheck) await rm(join(root, "docs/rules", page));
}
if (isCheck && stale.length > 0) {
  console.error(`not up to date: ${stale.join(", ")}\nRun: npm run generate`);
  process.exitCode = 1;
} else {
  console.log(
    stale.length === 0
      ? "generated files are up to date"
      : `wrote ${stale.length} files`,
  );
}
