import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";
import { listCases } from "../../scripts/conformance/cases.ts";
import { environmentModes } from "../../server/src/core/config/environment.ts";
import { problemKinds } from "../../server/src/core/features/problem-kinds.ts";
import {
  secretSettings,
  type SecretRow,
} from "../../server/src/core/dialects/clawdbot/secret-settings.ts";
import { profiles } from "../../server/src/core/rules/rule.ts";
import { analyse, noEnvironmentFile } from "../support/analyse.ts";
import { assertNoLeak, Canaries, withCanaries } from "../support/canaries.ts";
import { saidAbout } from "../support/said-about.ts";

/** Every config that the tests know, by name. */
function* knownConfigs(): Iterable<readonly [string, string]> {
  for (const { name, file } of listCases())
    yield [name, readFileSync(file, "utf8")];
  for (const { code, docs } of problemKinds) {
    yield [`${code}, bad`, docs.bad];
    yield [`${code}, good`, docs.good];
  }
  for (const name of readdirSync("test/fixtures"))
    if (/clawdbot\.json5?$/.test(name))
      yield [name, readFileSync(join("test/fixtures", name), "utf8")];
}

/** A config with a value at a setting of the table. */
function configAt({ setting, only }: SecretRow, value: string): string {
  const name = { header: "Authorization", variable: "SOME_TOKEN" } as const;
  const keys = setting.replaceAll("[]", ".[]").split(".");
  const built = keys.reduceRight<unknown>(
    (inner, key) =>
      key === "[]"
        ? [inner]
        : { [key === "*" ? (only ? name[only] : "one") : key]: inner },
    value,
  );
  return JSON.stringify(built);
}

describe("secrets are never repeated", () => {
  it("by what is said of any config that the tests know, with secrets in it", () => {
    const canaries = new Canaries();
    let configs = 0;
    let texts = 0;
    let said = 0;
    for (const [name, text] of knownConfigs()) {
      const unfinished = ++configs % 40 === 0;
      let ways = configs;
      for (const [way, planted] of withCanaries(text, canaries, unfinished)) {
        // Every way meets every sixth config, so that a run stays short.
        if (!unfinished && ++ways % 6 !== 0) continue;
        texts += 1;
        const profile = profiles[texts % profiles.length] ?? "recommended";
        const environment =
          texts % 4 === 0 ? environmentModes.empty : environmentModes.unknown;
        const analysis = analyse(planted, {
          profile,
          environment,
          environmentFile: noEnvironmentFile,
        });
        for (const each of saidAbout(analysis, {
          fixes: texts % 10 === 0,
          everyNode: texts % 8 === 0 ? 3 : 0,
        })) {
          said += 1;
          assertNoLeak(each, `${name}, ${way}:\n${planted}`);
        }
      }
    }
    assert.ok(texts > 1500, `only ${texts} configs`);
    assert.ok(canaries.planted > 10_000, `only ${canaries.planted} secrets`);
    assert.ok(said > 20_000, `only ${said} texts were looked at`);
  });

  it("by what is said of every setting that holds one", () => {
    const canaries = new Canaries();
    let said = 0;
    for (const row of secretSettings) {
      for (const value of [
        canaries.plain(),
        canaries.word(),
        canaries.withLook(),
        canaries.lookalike(),
        canaries.address(),
      ]) {
        for (const profile of profiles) {
          const analysis = analyse(configAt(row, value), {
            profile,
            environmentFile: noEnvironmentFile,
          });
          const depth = {
            fixes: true,
            everyNode: profile === "strict" ? 1 : 0,
          };
          for (const each of saidAbout(analysis, depth)) {
            said += 1;
            assertNoLeak(each, row.setting);
          }
        }
      }
    }
    assert.ok(canaries.planted >= 350, `only ${canaries.planted} secrets`);
    assert.ok(said > 10_000, `only ${said} texts were looked at`);
  });

  it("by what is said of a config and the files it includes", () => {
    const canaries = new Canaries();
    let configs = 0;
    let said = 0;
    for (const [, text] of knownConfigs()) {
      if (++configs % 4 !== 0) continue;
      for (const [way, planted] of withCanaries(text, canaries, false)) {
        if (!way.startsWith("where secrets belong")) continue;
        const analysis = analyse(`{ $include: "./part.json5", nonsense: 1 }`, {
          files: { "/config/part.json5": planted },
        });
        for (const each of saidAbout(analysis, {
          fixes: false,
          everyNode: 5,
        })) {
          said += 1;
          assertNoLeak(each, `${way}:\n${planted}`);
        }
      }
    }
    assert.ok(said > 1000, `only ${said} texts were looked at`);
  });
});
