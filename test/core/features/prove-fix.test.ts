import assert from "node:assert/strict";
import type { Fix, SettingFix } from "../../../server/src/core/config/fix.ts";
import type { Analysis } from "../../../server/src/core/features/analysis.ts";
import { proveFix } from "../../../server/src/core/features/prove-fix.ts";
import type { Problem } from "../../../server/src/core/features/problem.ts";
import { analyse, type AnalyseOptions } from "../../support/analyse.ts";

/** Tries a fix on the first problem of a code. */
function prove(
  text: string,
  code: string,
  fix: Fix,
  options: AnalyseOptions = {},
) {
  const analysis = analyse(text, options);
  const problem = analysis.diagnosis.problems.find(
    (each) => each.code === code,
  );
  assert.ok(problem, `${code} is found`);
  return proveFix(analysis, problem, fix, []);
}

const fixing = (changes: SettingFix["changes"]): SettingFix => ({
  title: "try",
  safety: "safe",
  changes,
});

const redactOff = `{
  gateway: { mode: "local", auth: { token: "\${T}" } },
  // why it is off
  logging: { redactSensitive: "off", level: "info" }, // and so on
}
`;

const toTools = fixing([
  { op: "set", path: ["logging", "redactSensitive"], value: "tools" },
]);

describe("the proof of a fix", () => {
  it("is given for one that does what it says", () => {
    const proof = prove(redactOff, "logging.redact_off", toTools);
    assert.ok("proven" in proof);
    assert.equal(proof.proven.safety, "safe");
    assert.equal(proof.proven.title, "try");
  });

  const refusals: readonly (readonly [string, string, string, Fix, string])[] =
    [
      [
        "leaves the finding",
        redactOff,
        "logging.redact_off",
        fixing([{ op: "set", path: ["logging", "level"], value: "warn" }]),
        "still there",
      ],
      [
        "opens another hole of the same severity",
        redactOff,
        "logging.redact_off",
        fixing([
          { op: "remove", path: ["logging", "redactSensitive"] },
          { op: "set", path: ["gateway", "auth", "token"], value: "short" },
        ]),
        "opens another",
      ],
      [
        "makes the program refuse the file",
        redactOff,
        "logging.redact_off",
        fixing([
          { op: "set", path: ["logging", "redactSensitive"], value: "maybe" },
        ]),
        "refused afterwards",
      ],
      [
        "writes below a scalar",
        redactOff,
        "logging.redact_off",
        fixing([{ op: "set", path: ["logging", "level", "x"], value: 1 }]),
        "not expressible",
      ],
      [
        "loses a comment",
        redactOff,
        "logging.redact_off",
        {
          title: "try",
          safety: "safe",
          edits: [
            {
              file: "/config/clawdbot.json",
              edits: [
                {
                  offset: redactOff.indexOf("  // why"),
                  length:
                    redactOff.indexOf("\n}") - redactOff.indexOf("  // why"),
                  content: "",
                },
              ],
            },
          ],
        },
        "loses a comment",
      ],
      [
        "edits text and changes a value by it",
        redactOff,
        "logging.redact_off",
        {
          title: "try",
          safety: "safe",
          edits: [
            {
              file: "/config/clawdbot.json",
              edits: [
                {
                  offset: redactOff.indexOf('"off"'),
                  length: 5,
                  content: '"tools"',
                },
              ],
            },
          ],
        },
        "changes something else",
      ],
    ];
  for (const [name, text, code, fix, refusal] of refusals) {
    it(`is refused to one that ${name}`, () =>
      assert.deepEqual(prove(text, code, fix), { refusal }));
  }

  it("does not trust overrides: a problem that is switched off still counts as new", () => {
    const { input } = analyse(redactOff);
    const analysis: Analysis = analyse(redactOff).withTexts(new Map(), {
      settings: {
        ...input.settings,
        rules: new Map([["gateway.token_too_short", "off"]]),
      },
    });
    const problem = analysis.diagnosis.problems.find(
      ({ code }) => code === "logging.redact_off",
    ) as Problem;
    const fix = fixing([
      { op: "remove", path: ["logging", "redactSensitive"] },
      { op: "set", path: ["gateway", "auth", "token"], value: "short" },
    ]);
    assert.deepEqual(proveFix(analysis, problem, fix), {
      refusal: "opens another",
    });
  });

  it("counts variables as set that the fix itself introduces, and asks for a review", () => {
    const text = `{ gateway: { mode: "local", bind: "lan" } }`;
    const options: AnalyseOptions = {
      environment: { referenced: "unset", own: "unset", known: new Map() },
    };
    const change = {
      op: "set",
      path: ["gateway", "auth"],
      value: { token: "${NEW}" },
    } as const;
    assert.deepEqual(
      prove(
        text,
        "gateway.bind_no_auth",
        fixing([{ ...change, path: [...change.path] }]),
        options,
      ),
      { refusal: "refused afterwards" },
    );
    const proof = prove(
      text,
      "gateway.bind_no_auth",
      {
        ...fixing([{ ...change, path: [...change.path] }]),
        introduces: ["NEW"],
      },
      options,
    );
    assert.ok("proven" in proof);
    assert.equal(proof.proven.safety, "review");
  });

  it("lets the repair of a refused file uncover a risk where it writes, and says so", () => {
    const text = `{ gateway: { mode: "local", bind: "0.0.0.0" } }`;
    const proof = prove(
      text,
      "schema.enum",
      fixing([{ op: "set", path: ["gateway", "bind"], value: "lan" }]),
    );
    assert.ok("proven" in proof);
    assert.equal(proof.proven.safety, "review");
    assert.match(proof.proven.title, /^try.*gateway\.bind_no_auth/);
  });

  it("edits the included file where the value stands", () => {
    const proof = prove(
      `{ gateway: { mode: "local", auth: { token: "\${T}" } }, $include: "./logging.json5" }`,
      "logging.redact_off",
      toTools,
      {
        files: {
          "/config/logging.json5": `{ logging: { redactSensitive: 'off' } }`,
        },
      },
    );
    assert.ok("proven" in proof);
    assert.deepEqual(
      proof.proven.edits.map(({ file }) => file),
      ["/config/logging.json5"],
    );
  });

  it("is refused where the text serves two places", () => {
    const files = {
      "/config/account.json5": `{ dmPolicy: "open", allowFrom: ["*"], groupAllowFrom: [] }`,
    };
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, channels: {
      telegram: { botToken: "\${B}", accounts: { one: { $include: "./account.json5" }, two: { $include: "./account.json5" } } },
    } }`;
    assert.deepEqual(
      prove(
        text,
        "channels.dm.open",
        fixing([
          {
            op: "set",
            path: ["channels", "telegram", "accounts", "one", "dmPolicy"],
            value: "disabled",
          },
        ]),
        { files },
      ),
      { refusal: "changes something else" },
    );
  });

  it("is refused where another config would change", () => {
    const files = { "/config/logging.json5": `{ redactSensitive: "off" }` };
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { $include: "./logging.json5" } }`;
    const analysis = analyse(text, { files });
    const other = analyse(`{ logging: { $include: "./logging.json5" } }`, {
      files,
    });
    const [problem] = analysis.diagnosis.problems;
    assert.ok(problem);
    assert.ok("proven" in proveFix(analysis, problem, toTools, []));
    assert.deepEqual(proveFix(analysis, problem, toTools, [other]), {
      refusal: "changes something else",
    });
  });
});
