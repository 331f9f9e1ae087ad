import assert from "node:assert/strict";
import { configTelegramCommand } from "../../../server/src/core/rules/config/telegram-command.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.telegram_command", () => {
  it("points at the name or at the description", () =>
    check(
      configTelegramCommand,
      `{ channels: { telegram: {
  customCommands: [{ command: "back up", description: "x" }, { command: "/Fine", description: "x" }],
  //                          ^^^^^^^^^ config.telegram_command
  accounts: { w: { customCommands: [{ command: "ok", description: " " }] } },
  //                                                              ^^^ config.telegram_command
} } }`,
    ));
  // config/telegram-custom-commands.js; the program takes a slash off twice.
  for (const [command, description, expected] of [
    ["/Backup", "x", 0],
    [" / a", "x", 0],
    ["//a", "x", 0],
    ["///a", "x", 1],
    ["a".repeat(32), "x", 0],
    ["a".repeat(33), "x", 1],
    ["", "x", 1],
    ["/", "x", 1],
    ["a-b", "x", 1],
    ["é", "x", 1],
    ["ok", "", 1],
    ["ok", "${D}", 0],
    ["${C}", "x", 0],
    ["${C}/b", "x", 0],
    ["!${C}", "x", 1],
    ["${C}", "", 1],
    [5, "x", 0],
    ["ok", undefined, 0],
  ] as const) {
    it(`${JSON.stringify([command, description])} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configTelegramCommand,
          JSON.stringify({
            channels: {
              telegram: { customCommands: [{ command, description }] },
            },
          }),
        ).length,
        expected,
      ));
  }
});
