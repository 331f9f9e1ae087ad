import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { configEnvBlockTooLate } from "../../../server/src/core/rules/config/env-block-too-late.ts";
import { check } from "../../support/check-rule.ts";

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
});
