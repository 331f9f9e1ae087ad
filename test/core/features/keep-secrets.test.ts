import assert from "node:assert/strict";
import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { parseEnvironmentFile } from "../../../server/src/core/config/environment-file.ts";
import type {
  KeptSecret,
  SettingChange,
  SettingFix,
} from "../../../server/src/core/config/fix.ts";
import type { EnvironmentFile } from "../../../server/src/core/config/situation.ts";
import { fixAll } from "../../../server/src/core/features/fix-all.ts";
import {
  proveFix,
  type Proof,
} from "../../../server/src/core/features/prove-fix.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import {
  analyse,
  configFile,
  noEnvironmentFile,
  type AnalyseOptions,
} from "../../support/analyse.ts";

const password = "k3w9 'vz7q' # p2m4";
const path = ["gateway", "auth", "password"];

const configWith = (secret: string, more = ""): string =>
  `{ gateway: { mode: "local", auth: { mode: "password", password: ${JSON.stringify(secret)} } }${more} }`;

const moving = (
  change: Partial<{ set: string; remove: true }> = {},
  kept: KeptSecret = { path, variable: "GATE" },
): SettingFix => {
  const changes: SettingChange[] = [
    change.remove === true
      ? { op: "remove", path: kept.path }
      : { op: "set", path: kept.path, value: change.set ?? "${GATE}" },
  ];
  return {
    title: "Move it to .env as GATE",
    safety: "review",
    changes,
    introduces: [kept.variable],
    keeps: [kept],
  };
};

const beside = (known: Partial<EnvironmentFile> = {}): AnalyseOptions => ({
  environmentFile: { ...noEnvironmentFile, ...known },
});

const code = "config.secrets.gateway_password_in_config";

function prove(
  text: string,
  fix: SettingFix,
  options: AnalyseOptions = beside(),
): Proof {
  const analysis = analyse(text, options);
  const problem = analysis.diagnosis.problems.find(
    (each) => each.code === code,
  );
  assert.ok(problem, "the password is found");
  return proveFix(analysis, problem, fix);
}

/** What a proved fix adds to the `.env` file, and what it makes of the config. */
function carriedOut(text: string, proof: Proof) {
  assert.ok("proven" in proof, JSON.stringify(proof));
  const { edits, title, safety } = proof.proven;
  const [lines, config, ...more] = edits;
  assert.ok(lines && config);
  assert.deepEqual(more, []);
  assert.equal(lines.file, "/config/.env");
  assert.equal(config.file, configFile);
  return {
    added: lines.edits.map(({ content }) => content).join(""),
    at: lines.edits[0]?.offset,
    appendsAt: lines.appendsAt,
    config: applyEdits(text, config.edits),
    title,
    safety,
  };
}

describe("a fix that moves a secret", () => {
  it("adds a line that the program reads as the very same text", () => {
    const text = configWith(password);
    const { added, config, safety, appendsAt } = carriedOut(
      text,
      prove(text, moving()),
    );
    assert.equal(parseEnvironmentFile(added).get("GATE"), password);
    assert.equal(config, configWith("${GATE}"));
    assert.equal(safety, "review");
    assert.deepEqual(appendsAt, {
      exists: false,
      end: { line: 0, character: 0 },
    });
  });

  it("appends at the end of what is there, in its own line breaks", () => {
    const text = configWith("abc-123-xyz");
    const known = beside({
      exists: true,
      names: new Set(["OTHER"]),
      length: 7,
      end: { line: 0, character: 7 },
      lineBreak: "\r\n",
      endsMidLine: true,
    });
    const { added, at, appendsAt } = carriedOut(
      text,
      prove(text, moving(), known),
    );
    assert.equal(added, "\r\nGATE=abc-123-xyz\r\n");
    assert.equal(at, 7);
    assert.equal(appendsAt?.exists, true);
  });

  it("takes another name where the variable is known to anybody", () => {
    const options: readonly (readonly [string, AnalyseOptions, string])[] = [
      ["the .env file", beside({ names: new Set(["GATE", "GATE_2"]) }), ""],
      [
        "the environment",
        {
          ...beside(),
          environment: {
            ...environmentModes.unknown,
            known: new Map([
              ["GATE", "set"],
              ["GATE_2", "set"],
            ]),
          },
        },
        "",
      ],
      [
        "the config",
        beside(),
        ', messages: { responsePrefix: "${GATE}${GATE_2}" }',
      ],
      [
        "its env block",
        beside(),
        ', env: { GATE: "x", vars: { GATE_2: "y" } }',
      ],
    ];
    for (const [who, each, more] of options) {
      const text = configWith("abc-123-xyz", more);
      const { added, config, title } = carriedOut(
        text,
        prove(text, moving(), each),
      );
      assert.equal(added, "GATE_3=abc-123-xyz\n", who);
      assert.equal(config, configWith("${GATE_3}", more));
      assert.equal(title, "Move it to .env as GATE_3");
    }
  });

  it("moves a part of a text", () => {
    const text = configWith("left-abc123-right");
    const { added, config } = carriedOut(
      text,
      prove(text, moving({ set: "left-${GATE}-right" })),
    );
    assert.equal(added, "GATE=abc123\n");
    assert.equal(config, configWith("left-${GATE}-right"));
  });

  const refused: readonly (readonly [
    string,
    string,
    SettingFix,
    AnalyseOptions?,
  ])[] = [
    ["nobody knows where the .env file is", configWith("abc"), moving(), {}],
    ["the value cannot be written", configWith("'\"`"), moving()],
    [
      "the new text does not lead back to the old one",
      configWith("abc-123"),
      moving({ set: "else-${GATE}" }),
    ],
    [
      "the new text refers to something else",
      configWith("abc-123"),
      moving({ set: "${OTHER}" }),
    ],
    [
      "the new text refers to it twice",
      configWith("abc-abc"),
      moving({ set: "${GATE}-${GATE}" }),
    ],
    [
      "nothing refers to it afterwards",
      configWith("abc-123"),
      moving({ remove: true }),
    ],
    [
      "it names a setting that the fix leaves alone",
      configWith("abc-123"),
      { ...moving(), keeps: [{ path: ["env", "X"], variable: "X" }] },
    ],
    [
      "the variable is none that the program puts in",
      configWith("abc-123"),
      moving({ set: "${gate}" }, { path, variable: "gate" }),
    ],
  ];
  for (const [why, text, fix, options] of refused)
    it(`is not offered when ${why}`, () =>
      assert.deepEqual(prove(text, fix, options ?? beside()), {
        refusal: "cannot keep the secret",
      }));

  it("is never made with all others at once", () => {
    const text = configWith("abc-123-xyz-456-abc-789");
    const done = fixAll(analyse(text, beside()), { review: true });
    assert.ok(done.text.includes("abc-123-xyz-456-abc-789"));
  });
});

describe("what the file's env block sets", () => {
  const block = (name: string, value: string): string =>
    configWith(
      "${P}",
      `, env: { vars: { ${name}: ${JSON.stringify(value)} } }`,
    );
  const proveBlock = (text: string, options: AnalyseOptions): Proof => {
    const analysis = analyse(text, options);
    const at = analysis.resolved.root?.find(["env", "vars"]);
    assert.ok(at);
    return proveFix(
      analysis,
      {
        code: "test",
        effect: "risk",
        severity: "info",
        path: ["env", "vars", "KEY"],
        place: { file: configFile, offset: 0, length: 1 },
        message: "",
        related: [],
        fixes: [],
      },
      moving(
        { remove: true },
        { path: ["env", "vars", "KEY"], variable: "KEY" },
      ),
    );
  };

  it("leaves it altogether, as .env sets the same variable", () => {
    const text = block("KEY", "abc-123");
    const { added, config } = carriedOut(text, proveBlock(text, beside()));
    assert.equal(added, "KEY=abc-123\n");
    assert.equal(config, configWith("${P}", ", env: { vars: {} }"));
  });
  it("stays where .env sets it to something already", () =>
    assert.deepEqual(
      proveBlock(block("KEY", "abc"), beside({ names: new Set(["KEY"]) })),
      { refusal: "cannot keep the secret" },
    ));
});

describe("a fix that gives up a secret", () => {
  const secrets: readonly (readonly [string, string, boolean])[] = [
    ["a real one", "correct horse battery staple", true],
    ["a published example", "changeme", false],
    ["an unfilled template", "<your-password>", false],
    ["a lookalike of a variable", "${gate}", false],
    ["a lookalike with a real default", "${GATE:-k3w9-vz7q}", true],
    ["a lookalike with a published default", "${GATE:-changeme}", false],
  ];
  for (const [name, secret, isRefused] of secrets) {
    const text = configWith(secret);
    const analysis = analyse(text);
    const [problem] = analysis.diagnosis.problems;
    const fix = (value: string): SettingFix => ({
      title: "try",
      safety: "review",
      introduces: ["GATE"],
      changes: [{ op: "set", path, value }],
    });
    it(`is ${isRefused ? "refused" : "fine"} for ${name}`, () => {
      assert.ok(problem);
      const proof = proveFix(analysis, problem, fix("${GATE}"));
      const refusal = "refusal" in proof ? proof.refusal : undefined;
      assert.equal(refusal === "loses a secret", isRefused, refusal);
    });
    it(`may put a new one in the place of ${name}`, () => {
      assert.ok(problem);
      const { newSecret } = analysis.input.situation;
      const proof = proveFix(analysis, problem, fix(newSecret));
      assert.notDeepEqual(proof, { refusal: "loses a secret" });
    });
  }

  const elsewhere: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a token whose text stands at another place too",
      `{ gateway: { mode: "local", auth: { token: "k3w9-vz7q-p2m4-x8c6-k3w9" } }, hooks: { enabled: true, token: "k3w9-vz7q-p2m4-x8c6-k3w9" } }`,
      [],
    ],
    [
      "a token that stands nowhere else",
      `{ gateway: { mode: "local", auth: { token: "other-vz7q-p2m4-x8c6-k3w9" } }, hooks: { enabled: true, token: "k3w9-vz7q-p2m4-x8c6-k3w9" } }`,
      ["loses a secret"],
    ],
    [
      "a key that nobody but its look tells",
      `{ gateway: { mode: "local", auth: { token: "\${T}" } }, hooks: { enabled: true, token: "\${H}", path: "sk-ant-api03-abcdefghij0123456789" } }`,
      ["loses a secret"],
    ],
  ];
  for (const [name, text, refusals] of elsewhere)
    it(`${refusals.length === 0 ? "may drop" : "may not drop"} ${name}`, () => {
      const analysis = analyse(text);
      const proof = proveFix(
        analysis,
        {
          code: "test",
          effect: "risk",
          severity: "error",
          path: ["hooks"],
          place: { file: configFile, offset: 0, length: 1 },
          message: "",
          related: [],
          fixes: [],
        },
        {
          title: "try",
          safety: "review",
          changes: [{ op: "remove", path: ["hooks"] }],
        },
      );
      assert.deepEqual("refusal" in proof ? [proof.refusal] : [], refusals);
    });

  it("is refused where the dead one of two keys holds it", () => {
    const text = `{ gateway: { mode: "local", auth: { token: "k3w9-vz7q-p2m4-x8c6-k3w9", token: "\${T}" } } }`;
    const analysis = analyse(text);
    const problem = analysis.diagnosis.problems.find(
      (each) => each.code === "config.duplicate_key",
    );
    const fix = problem?.fixes[0];
    assert.ok(problem && fix);
    assert.deepEqual(proveFix(analysis, problem, fix), {
      refusal: "loses a secret",
    });
  });
});
