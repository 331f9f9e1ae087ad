import { configDroppedKey } from "../../../server/src/core/rules/config/dropped-key.ts";
import { check } from "../../support/check-rule.ts";

describe("config.dropped_key", () => {
  it("points at the key, however it is spelled and wherever it stands", () =>
    check(
      configDroppedKey,
      `{
  logging: {}, "__proto__": {},
  //           ^^^^^^^^^^^ config.dropped_key
  gateway: { mode: "local", \\u005f_proto__: null },
  //                        ^^^^^^^^^^^^^^ config.dropped_key
}`,
    ));
  it("finds it where the text holds no plain spelling of it", () =>
    check(
      configDroppedKey,
      `{
  "\\x5f_proto__": 5,
//^^^^^^^^^^^^^^ config.dropped_key
}`,
    ));
  it("leaves other odd keys to others", () =>
    check(configDroppedKey, `{ constructor: {}, proto: {}, a: "__proto__" }`));
});
