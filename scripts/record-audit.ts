// npm run record-audit: makes configs, asks the real release's audit about each, and records what it says in
// test/conformance/audit/recorded.json. Configs that the release refuses are left out: it does not audit them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AuditConfigs } from "./conformance/audit-configs.ts";
import { corners } from "./conformance/audit-corners.ts";
import { recordedAudit } from "./conformance/recorded-verdict.ts";
import { askOracle } from "./oracle/ask-release.ts";

const count = 700;
const configs = new AuditConfigs(20260124);
const made = [
  ...corners,
  ...Array.from({ length: count }, () => configs.config()),
];

const folder = mkdtempSync(join(tmpdir(), "audit-"));
try {
  const questions = made.map((config, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(config));
    return { file, env: {} };
  });
  const verdicts = await askOracle(process.cwd(), questions);
  const lines = verdicts.flatMap((verdict, index) => {
    if (verdict.pluginsMissing !== undefined)
      throw new Error(`not loaded: ${verdict.pluginsMissing.join(", ")}`);
    return verdict.validEnv
      ? [JSON.stringify({ config: made[index], audit: recordedAudit(verdict) })]
      : [];
  });
  mkdirSync("test/conformance/audit", { recursive: true });
  writeFileSync(
    "test/conformance/audit/recorded.json",
    `[\n${lines.join(",\n")}\n]\n`,
  );
  process.stdout.write(`${lines.length} of ${made.length} configs recorded\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
