import assert from "node:assert/strict";
import { fixAllOfKind } from "../../../server/src/core/features/fix-all-of-kind.ts";
import {
  fixAll,
  leadingFix,
} from "../../../server/src/core/features/fix-all.ts";
import { Analysis } from "../../../server/src/core/features/analysis.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import { analyse } from "../../support/analyse.ts";

const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';
const channel = (name: string): string =>
  `    ${name}: { dmPolicy: "open", allowFrom: ["*"] }, // ${name}`;
const open = (...names: readonly string[]): string =>
  `{\n  ${quiet},\n  channels: {\n${names.map((name) => channel(name)).join("\n")}\n  },\n}\n`;

describe("fixing all of a kind", () => {
  it("repairs each with its leading fix, and nothing else", () => {
    const text = open("telegram", "mattermost").replace(
      "{\n",
      '{\n  logging: { redactSensitive: "off" },\n',
    );
    const analysis = analyse(text);
    const fixed = fixAllOfKind(analysis, "channels.dm.open");
    assert.ok(fixed);
    assert.deepEqual([fixed.gone, fixed.total], [2, 2]);
    const left = analyse(fixed.text).diagnosis.problems.map(({ code }) => code);
    assert.ok(!left.includes("channels.dm.open"));
    assert.ok(
      left.includes("logging.redact_off"),
      "another kind is left alone",
    );
    for (const comment of ["// telegram", "// mattermost"])
      assert.ok(fixed.text.includes(comment));
    // Whoever is locked out is told so, once.
    assert.ok(fixed.asks.length <= 1);
  });

  it("is nothing for a single one, or where a person has to choose", () => {
    assert.equal(
      fixAllOfKind(analyse(open("telegram")), "channels.dm.open"),
      undefined,
    );
    assert.equal(
      fixAllOfKind(analyse(`{ ${quiet} }`), "channels.dm.open"),
      undefined,
    );
    const fix = { title: "A", safety: "safe", changes: [] } as const;
    const problem = analyse(open("telegram")).diagnosis.problems[0];
    assert.ok(problem);
    assert.equal(
      leadingFix({ ...problem, fixes: [fix, { ...fix, title: "B" }] }),
      undefined,
    );
    assert.equal(leadingFix({ ...problem, fixes: [fix] }), fix);
    const preferred = { ...fix, preferred: true };
    assert.equal(
      leadingFix({ ...problem, fixes: [fix, preferred] }),
      preferred,
    );
  });

  it("takes the right items out of one list", () => {
    const text = `{ ${quiet}, agents: { list: [{ id: "ada" }] }, broadcast: { "1@g.us": ["gone", "lost", "ada"], "2@g.us": ["ada", "gone"] } }`;
    const fixed = fixAllOfKind(analyse(text), "config.broadcast_unknown_agent");
    assert.deepEqual(fixed && [fixed.gone, fixed.total], [3, 3]);
    assert.match(fixed?.text ?? "", /"1@g.us": \["ada"\], "2@g.us": \["ada"\]/);
  });

  it("leaves alone what was accepted", () => {
    const text = open("telegram", "mattermost", "signal").replace(
      "    telegram",
      "    // clawdbot-ignore channels.dm.open: a public bot\n    telegram",
    );
    const fixed = fixAllOfKind(analyse(text), "channels.dm.open");
    assert.ok(fixed);
    assert.deepEqual([fixed.gone, fixed.total], [2, 2]);
    assert.match(fixed.text, /telegram: \{ dmPolicy: "open"/);
    assert.equal(fixed.text.match(/dmPolicy: "open"/g)?.length, 1);
  });

  it("says how many it could repair", () => {
    // What an included file holds is repaired there, one by one.
    const text = `{\n  ${quiet},\n  channels: {\n${channel("telegram")}\n${channel("mattermost")}\n    whatsapp: { $include: "./whatsapp.json5" },\n  },\n}\n`;
    const analysis = analyse(text, {
      files: {
        "/config/whatsapp.json5": `{ dmPolicy: "open", allowFrom: ["*"] }`,
      },
    });
    assert.equal(
      analysis.diagnosis.problems.filter(
        ({ code }) => code === "channels.dm.open",
      ).length,
      3,
    );
    const fixed = fixAllOfKind(analysis, "channels.dm.open");
    assert.deepEqual(fixed && [fixed.gone, fixed.total], [2, 2]);
  });

  it("changes no config that shares the file", () => {
    const analysis = analyse(open("telegram", "mattermost"));
    assert.ok(fixAllOfKind(analysis, "channels.dm.open"));
    const other = "/config/other.clawdbot.json";
    const sharing = new Analysis({
      ...analysis.input,
      file: other,
      files: new Map([
        ...analysis.input.files,
        [other, parseJson5(`{ $include: "./clawdbot.json" }`)],
      ]),
    });
    assert.equal(
      fixAllOfKind(analysis, "channels.dm.open", [sharing]),
      undefined,
    );
  });
});

describe("fixing all that is safe", () => {
  it("ends where no safe fix is left", () => {
    const text = `{ ${quiet}, logging: { redactSensitive: "off" } }`;
    const { text: fixed, applied, asks } = fixAll(analyse(text));
    assert.equal(applied.length, 1);
    assert.deepEqual(asks, []);
    assert.deepEqual(fixAll(analyse(fixed)).applied, []);
  });
});
