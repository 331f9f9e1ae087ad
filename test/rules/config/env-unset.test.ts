import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { configEnvUnset } from "../../../server/src/core/rules/config/env-unset.ts";
import { check } from "../../support/check-rule.ts";

const environment = {
  ...environmentModes.empty,
  known: new Map([["SET", "set"]] as const),
};

describe("config.env_unset", () => {
  it("points at every value that needs an unset variable", () =>
    check(
      configEnvUnset,
      `{
  gateway: { auth: { token: "\${UNSET}" } },
  //                        ^^^^^^^^^^ config.env_unset
  channels: { telegram: { botToken: "\${SET}", allowFrom: ["a-\${SET}-\${OTHER}"] } },
  //                                                      ^^^^^^^^^^^^^^^^^^^ config.env_unset
}`,
      { environment },
    ));
  it("is silent on what only looks like a reference", () =>
    check(
      configEnvUnset,
      `{ env: { A: "$\${UNSET}", B: "\${lower}", C: "$UNSET", D: "\${A:-b}", "\${UNSET}": "key" } }`,
      { environment },
    ));
  it("is silent where nobody said what is set", () =>
    check(configEnvUnset, `{ gateway: { auth: { token: "\${UNSET}" } } }`));
});
