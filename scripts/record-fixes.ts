// npm run record-fixes: carries out every fix that is offered for the rules' bad examples, the conformance cases and some of
// the audited configs, asks the real release whether it accepts the result, and writes that to
// test/conformance/fixes/recorded.json.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import {
  fixResults,
  fixSources,
  recordedFixesFile,
  resultHash,
  type FixResult,
  type RecordedFix,
} from "./conformance/fix-results.ts";
import { askOracle } from "./oracle/ask-release.ts";

/** Texts to ask about, each once. */
const texts = new Map<string, string>();
const results: FixResult[] = [];
for (const source of fixSources()) {
  for (const result of fixResults(source)) {
    const hash = resultHash(result.text);
    if (texts.has(hash)) continue;
    texts.set(hash, result.text);
    texts.set(resultHash(source.text), source.text);
    results.push(result);
  }
}
const folder = mkdtempSync(join(tmpdir(), "fixes-"));
try {
  const questions = [...texts].map(([hash, text]) => {
    const file = join(folder, `${hash}.json`);
    writeFileSync(file, text);
    return { file, env: {} };
  });
  const accepts = new Map<string, boolean>();
  for (const verdict of await askOracle(process.cwd(), questions)) {
    if (verdict.pluginsMissing !== undefined)
      throw new Error(`not loaded: ${verdict.pluginsMissing.join(", ")}`);
    accepts.set(basename(verdict.file, ".json"), verdict.validEnv);
  }
  const answer = (text: string): boolean => {
    const accepted = accepts.get(resultHash(text));
    if (accepted === undefined) throw new Error("an answer is missing");
    return accepted;
  };
  const lines = results.map(({ source, fix, text }) => {
    const recorded: RecordedFix = {
      fix,
      of: source.name,
      result: resultHash(text),
      before: answer(source.text),
      after: answer(text),
    };
    if (recorded.before && !recorded.after)
      process.stderr.write(`${source.name}, ${fix} breaks it:\n${text}\n`);
    return JSON.stringify(recorded);
  });
  mkdirSync(dirname(recordedFixesFile), { recursive: true });
  writeFileSync(recordedFixesFile, `[\n${lines.join(",\n")}\n]\n`);
  process.stdout.write(`${lines.length} results of fixes recorded\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
