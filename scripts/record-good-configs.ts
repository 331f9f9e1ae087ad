// npm run record-good-configs: asks the real release about every config of test/fixtures/good, and writes its verdict beside
// it. Afterwards the test needs no network and no release.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { targetRelease } from "../server/src/core/dialects/clawdbot/release.ts";
import { listCases } from "./conformance/cases.ts";
import {
  goodFolder,
  textsOf,
  type GoodVerdict,
} from "./conformance/good-configs.ts";
import { recordedAudit } from "./conformance/recorded-verdict.ts";
import { askOracle } from "./oracle/ask-release.ts";

const cases = listCases(goodFolder);
const verdicts = await askOracle(
  process.cwd(),
  cases.map(({ file }) => ({ file: resolve(file), env: {} })),
);
for (const [index, each] of cases.entries()) {
  const verdict = verdicts[index];
  if (verdict === undefined || verdict.error !== undefined)
    throw new Error(`${each.file}: ${verdict?.error ?? "no verdict"}`);
  const recorded: GoodVerdict = {
    release: targetRelease,
    texts: textsOf(each),
    accepted: verdict.validEnv,
    starts: verdict.starts?.ok === true,
    audit: recordedAudit(verdict),
  };
  writeFileSync(
    each.verdictFile,
    `${JSON.stringify(recorded, undefined, 2)}\n`,
  );
}
process.stdout.write(`${cases.length} configs recorded\n`);
