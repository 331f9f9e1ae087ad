import { configPluginPath } from "../../../server/src/core/rules/config/plugin-path.ts";
import { check } from "../../support/check-rule.ts";

describe("config.plugin_path", () => {
  it("points at every path that is not blank", () =>
    check(
      configPluginPath,
      `{
  plugins: { load: { paths: ["~/plugins/weather", " ", "\${PLUGINS}/x"] } },
  //                         ^^^^^^^^^^^^^^^^^^^ config.plugin_path
  //                                                   ^^^^^^^^^^^^^^ config.plugin_path
}`,
    ));
});
