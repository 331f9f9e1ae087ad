import assert from "node:assert/strict";
import {
  isDay,
  isPast,
} from "../../../../server/src/core/features/acceptance/calendar.ts";
import { mergeSettings } from "../../../../server/src/core/features/lint-file/given-settings.ts";
import {
  isConfigName,
  lintFilePlaces,
  nearestLintFile,
} from "../../../../server/src/core/features/lint-file/lint-file-places.ts";
import { readPathText } from "../../../../server/src/core/features/lint-file/path-text.ts";
import { pathText } from "../../../../server/src/core/rules/rule.ts";

describe("settings in force", () => {
  const shared = {
    profile: "strict",
    rules: new Map([
      ["logging.redact_off", "error"],
      ["channels.dm.open", "off"],
    ] as const),
    minSeverity: "warning",
    failOn: "info",
    environment: { mode: "empty", names: ["A"], file: "/team/.env" },
    accept: [],
  } as const;

  it("are the usual ones where nobody says anything", () => {
    assert.deepEqual(mergeSettings({}), {
      check: {
        profile: "recommended",
        rules: new Map(),
        accept: [],
        minSeverity: "hint",
      },
      failOn: "error",
      environment: { mode: "unknown", names: [] },
    });
  });
  it("are those of the shared configuration where nothing is set here", () => {
    const { check, failOn, environment } = mergeSettings({}, shared);
    assert.equal(check.profile, "strict");
    assert.equal(check.minSeverity, "warning");
    assert.equal(failOn, "info");
    assert.deepEqual(environment, shared.environment);
  });
  it("are those set here, part by part", () => {
    const { check, failOn, environment } = mergeSettings(
      {
        profile: "upstream",
        rules: new Map([["logging.redact_off", "hint"]]),
        failOn: "error",
        environment: { mode: "unknown", names: ["B", "A"] },
      },
      shared,
    );
    assert.equal(check.profile, "upstream");
    assert.deepEqual(
      [...check.rules],
      [
        ["logging.redact_off", "hint"],
        ["channels.dm.open", "off"],
      ],
    );
    assert.equal(check.minSeverity, "warning");
    assert.equal(failOn, "error");
    assert.deepEqual(environment, {
      mode: "unknown",
      names: ["A", "B"],
      file: "/team/.env",
    });
  });
});

describe("the shared configuration of a config", () => {
  for (const [name, config, home, there, expected] of [
    [
      "beside it",
      "/home/ada/.clawdbot/clawdbot.json",
      "/home/ada",
      ["/home/ada/.clawdbot/.clawdbot-lint.json"],
      "/home/ada/.clawdbot/.clawdbot-lint.json",
    ],
    [
      "in the home folder",
      "/home/ada/.clawdbot/clawdbot.json",
      "/home/ada",
      ["/home/ada/.clawdbot-lint.json"],
      "/home/ada/.clawdbot-lint.json",
    ],
    [
      "not above the home folder",
      "/home/ada/.clawdbot/clawdbot.json",
      "/home/ada",
      ["/home/.clawdbot-lint.json"],
      undefined,
    ],
    [
      "the nearest of several",
      "/home/ada/work/bot/clawdbot.json",
      "/home/ada",
      ["/home/ada/.clawdbot-lint.json", "/home/ada/work/.clawdbot-lint.json"],
      "/home/ada/work/.clawdbot-lint.json",
    ],
    [
      "in the root of the work tree",
      "/home/ada/work/bot/clawdbot.json",
      "/home/ada",
      ["/home/ada/work/.git", "/home/ada/work/.clawdbot-lint.json"],
      "/home/ada/work/.clawdbot-lint.json",
    ],
    [
      "not above the work tree",
      "/home/ada/work/bot/clawdbot.json",
      "/home/ada",
      ["/home/ada/work/.git", "/home/ada/.clawdbot-lint.json"],
      undefined,
    ],
    [
      "of a work tree outside home",
      "/srv/bots/a/clawdbot.json",
      "/home/ada",
      ["/srv/bots/.git", "/srv/bots/.clawdbot-lint.json"],
      "/srv/bots/.clawdbot-lint.json",
    ],
    [
      "beside it outside home",
      "/etc/clawdbot/clawdbot.json",
      "/home/ada",
      ["/etc/clawdbot/.clawdbot-lint.json"],
      "/etc/clawdbot/.clawdbot-lint.json",
    ],
    [
      "not in a folder above that may be anybody's",
      "/tmp/x/clawdbot.json",
      "/home/ada",
      ["/tmp/.clawdbot-lint.json"],
      undefined,
    ],
    [
      "beside it on the web",
      "vscode-vfs://github/ada/bot/clawdbot.json",
      undefined,
      ["vscode-vfs://github/ada/bot/.clawdbot-lint.json"],
      "vscode-vfs://github/ada/bot/.clawdbot-lint.json",
    ],
    [
      "on Windows",
      "c:\\Users\\Ada\\bot\\clawdbot.json",
      "C:\\Users\\Ada",
      ["c:\\Users\\Ada\\.clawdbot-lint.json"],
      "c:\\Users\\Ada\\.clawdbot-lint.json",
    ],
    [
      "none of a document without a folder",
      "untitled:Untitled-1",
      "/home/ada",
      [],
      undefined,
    ],
  ] as const) {
    it(`is the one ${name}`, () => {
      const places = lintFilePlaces(config, home);
      assert.equal(
        nearestLintFile(places, home, (file) =>
          (there as readonly string[]).includes(file),
        ),
        expected,
      );
    });
  }

  it("governs files that are configs by their names", () => {
    for (const name of ["clawdbot.json", "a.clawdbot.json5", "moltbot.json"])
      assert.ok(isConfigName(`/x/${name}`), name);
    for (const name of [".clawdbot-lint.json", "settings.json", "clawdbot.txt"])
      assert.ok(!isConfigName(`/x/${name}`), name);
  });
});

describe("a path as text", () => {
  for (const path of [
    ["gateway", "bind"],
    ["agents", "list", 0, "model"],
    ["channels", "telegram", "accounts", "home.de", "dmPolicy"],
    ["a.b"],
    ["x", 'say "hi" [0]', 12, "é𝒳"],
    [0],
  ])
    it(`${pathText(path)} is read back`, () =>
      assert.deepEqual(readPathText(pathText(path)), path));
  for (const text of ["", ".", "a.", "a..b", "a[", "a[x]", "a]b", '["a'])
    it(`${JSON.stringify(text)} is none`, () =>
      assert.equal(readPathText(text), undefined));
});

describe("a day", () => {
  for (const [text, expected] of [
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2000-02-29", true],
    ["2100-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["2026-01-00", false],
    ["today", false],
  ] as const)
    it(`${text} is ${expected ? "one" : "none"}`, () =>
      assert.equal(isDay(text), expected));
  it("is past from the next day on", () => {
    assert.equal(isPast("2026-02-01", "2026-02-01"), false);
    assert.equal(isPast("2026-02-01", "2026-02-02"), true);
    assert.equal(isPast(undefined, "2026-02-02"), false);
  });
});
