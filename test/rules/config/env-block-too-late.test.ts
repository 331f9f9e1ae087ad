import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { configEnvBlockTooLate } from "../../../server/src/core/rules/config/env-block-too-late.ts";
import assert from "node:assert/strict";
import { check } from "../../support/check-rule.ts";
import { noEnvironmentFile } from "../../support/analyse.ts";
import { fixesOf } from "../../support/fixed.ts";

describe("config.env_block_too_late", () => {
  it("points at what the file sets for itself", () =>
    check(
      configEnvBlockTooLate,
      `{
  env: { A: "1", B: "2", C: "", vars: { D: "4", E: "5" }, shellEnv: { enabled: true } },
  //        ^^^ config.env_block_too_late
  //                                       ^^^ config.env_block_too_late
  gateway: { auth: { token: "\${A}-\${C}-\${D}" } },
}`,
    ));
  it("is silent on a value that hands a variable on", () =>
    check(configEnvBlockTooLate, `{ env: { vars: { A: "\${A}" } } }`));
  it("is silent where the variable is known to be set", () =>
    check(
      configEnvBlockTooLate,
      `{ env: { A: "1" }, gateway: { auth: { token: "\${A}" } } }`,
      {
        environment: {
          ...environmentModes.unknown,
          known: new Map([["A", "set"]] as const),
        },
      },
    ));
  const late = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, env: { vars: { T: "k3w9-vz7q" } } }`;
  it("moves it to where it comes in time", () =>
    assert.deepEqual(fixesOf(configEnvBlockTooLate.code, late), [
      {
        title: "Move it to .env as T",
        text: late.replace('T: "k3w9-vz7q" ', "").replace("{ }", "{}"),
        added: "T=k3w9-vz7q\n",
      },
    ]));
  it("moves nothing where .env has the name already", () =>
    assert.deepEqual(
      fixesOf(configEnvBlockTooLate.code, late, {
        environmentFile: { ...noEnvironmentFile, names: new Set(["T"]) },
      }),
      [],
    ));
});
