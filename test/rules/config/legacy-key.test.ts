import assert from "node:assert/strict";
import { configLegacyKey } from "../../../server/src/core/rules/config/legacy-key.ts";
import { legacyKeys } from "../../../server/src/core/dialects/clawdbot/legacy-keys.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse, noEnvironmentFile } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

/** What the fix of the one legacy key makes of a text. */
function fixed(text: string): { text: string; title: string; safety: string } {
  const analysis = analyse(text);
  const [problem, ...more] = analysis.diagnosis.problems.filter(
    ({ code }) => code === "config.legacy_key",
  );
  assert.ok(problem !== undefined && more.length === 0);
  const [fix] = provenFixes(analysis, problem);
  assert.ok(fix, "the fix does not stand its proof");
  const edits = fix.edits.flatMap((each) => each.edits);
  return {
    text: applyEdits(text, edits),
    title: fix.title,
    safety: fix.safety,
  };
}

describe("config.legacy_key", () => {
  it("knows every old key once", () => {
    const paths = legacyKeys.map(({ path }) => path.join("."));
    assert.equal(paths.length, 28);
    assert.equal(new Set(paths).size, 28);
  });
  it("points at the key of a block and at a value", () =>
    check(
      configLegacyKey,
      `{
  telegram: { botToken: "\${T}" },
//^^^^^^^^ config.legacy_key
  gateway: { token: null },
  //                ^^^^ config.legacy_key
}`,
    ));
  it("tells keys within old blocks as well", () =>
    check(
      configLegacyKey,
      `{
  agent: { model: "a/b" },
//^^^^^ config.legacy_key
//                ^^^^^ config.legacy_key
}`.replace("\n//                ^^^^^", "\n  //              ^^^^^"),
    ));
  it("leaves a model that is an object to the rest of the block", () =>
    assert.equal(
      findingsOf(configLegacyKey, `{ agent: { model: { primary: "a/b" } } }`)
        .length,
      1,
    ));
  for (const text of [
    `{ routing: {} }`,
    `{ routing: { groupChat: { historyLimit: 5 } } }`,
    `{ routing: [] }`,
    `{ channels: { telegram: {} }, tools: { exec: {} } }`,
    `{ agents: { defaults: { model: "a/b" } } }`,
  ])
    it(`is silent on ${text}`, () => check(configLegacyKey, text));

  it("is the only one to speak of the key", () => {
    for (const text of [
      `{ telegram: { botToken: "x" } }`,
      `{ gateway: { token: "x" } }`,
      `{ routing: { queue: { mode: "steer" }, groupChat: { mentionPatterns: [] } } }`,
    ])
      assert.deepEqual(
        analyse(text)
          .diagnosis.problems.filter(({ effect }) => effect === "refused")
          .filter(({ code }) => code !== "config.legacy_key"),
        [],
      );
  });
  it("leaves an unknown key beside an old one to the schema", () => {
    const codes = analyse(
      `{ routing: { queue: { mode: "steer" }, colour: 1 } }`,
    ).diagnosis.problems.map(({ code }) => code);
    assert.ok(codes.includes("schema.unknown_key"));
  });

  it("moves a block with its comments", () =>
    assert.deepEqual(
      fixed(`{
  // our bot
  telegram: {
    botToken: "\${T}", // from the father of bots
  },
}
`),
      {
        text: `{
  channels: {
    // our bot
    telegram: {
      botToken: "\${T}", // from the father of bots
    },
  },
}
`,
        title: "Move telegram to channels.telegram",
        safety: "safe",
      },
    ));
  it("lets what is there win, and says what goes", () =>
    assert.deepEqual(
      fixed(
        `{ gateway: { mode: "local", token: "\${OLD}", auth: { token: "\${NEW}" } } }`,
      ),
      {
        text: `{ gateway: { mode: "local", auth: { token: "\${NEW}" } } }`,
        title: "Remove gateway.token: gateway.auth.token is set already",
        safety: "review",
      },
    ));
  it("drops no secret: one that finds no place is kept in the .env file", () => {
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, telegram: { botToken: "1:old", name: "Bot" }, channels: { telegram: { botToken: "1:new" } } }`;
    const find = (options: object) => {
      const analysis = analyse(text, options);
      const problem = analysis.diagnosis.problems.find(
        ({ code }) => code === "config.legacy_key",
      );
      assert.ok(problem);
      return provenFixes(analysis, problem);
    };
    assert.deepEqual(find({}), [], "without a place for it nothing is offered");
    const [fix] = find({ environmentFile: noEnvironmentFile });
    assert.equal(
      fix?.title,
      "Move telegram to channels.telegram, dropping telegram.botToken, and keep its secret in .env as OLD_TELEGRAM_BOT_TOKEN",
    );
    assert.equal(fix.safety, "review");
    assert.deepEqual(
      fix.edits.map(({ file, edits }) => [file, edits[0]?.content]),
      [
        ["/config/.env", "OLD_TELEGRAM_BOT_TOKEN=1:old\n"],
        ["/config/clawdbot.json", fix.edits[1]?.edits[0]?.content],
      ],
    );
  });
  it("keeps nothing that stands elsewhere as well, or is no secret", () => {
    for (const old of ["1:new", "changeme", "${OLD}"]) {
      const { title } = fixed(
        `{ telegram: { botToken: "${old}" }, channels: { telegram: { botToken: "1:new" } } }`,
      );
      assert.equal(
        title,
        "Remove telegram: channels.telegram is set already",
        old,
      );
    }
  });
  it("renames where that is all", () =>
    assert.equal(
      fixed(`{ tools: { bash: { timeoutSec: 60 } } }`).text,
      `{ tools: { exec: { timeoutSec: 60 } } }`,
    ));
  it("is all that is said about such a key, whatever stands there", () => {
    for (const value of ["true", '"yes"', "1", "{}"]) {
      const { problems } = analyse(
        `{ messages: { tts: { enabled: ${value} } } }`,
      ).diagnosis;
      assert.deepEqual(
        problems
          .filter(({ effect }) => effect === "refused")
          .map(({ code }) => code),
        ["config.legacy_key"],
        value,
      );
    }
  });
  it("says when senders have nowhere to go", () =>
    assert.equal(
      fixed(`{ routing: { allowFrom: ["+1"] } }`).title,
      "Remove routing.allowFrom: WhatsApp is not configured",
    ));
  it("offers no guess of a model's name behind a variable", () => {
    const [found] = findingsOf(
      configLegacyKey,
      `{ agent: { allowedModels: ["\${MODEL}"] } }`,
    );
    assert.ok(found);
    const analysis = analyse(`{ agent: { allowedModels: ["\${MODEL}"] } }`);
    for (const problem of analysis.diagnosis.problems)
      for (const { title } of provenFixes(analysis, problem))
        assert.ok(!title.startsWith("Move agent"), title);
  });
});
