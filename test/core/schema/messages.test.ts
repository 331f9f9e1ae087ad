import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { changedValue } from "../../../server/src/core/config/change-values.ts";
import { configGate } from "../../../server/src/core/schema/generated/gates.js";
import { validateSchema } from "../../../server/src/core/schema/validate-schema.ts";
import { keyCases } from "./key-cases.ts";
import { rootOfText } from "./resolved.ts";
import { valueCases } from "./value-cases.ts";

describe("what the schema refuses", () => {
  for (const { text, code, path, message, mark, fix, safety } of [
    ...keyCases,
    ...valueCases,
  ]) {
    it(text.slice(0, 90), () => {
      const root = rootOfText(text);
      const problems = validateSchema(root);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [problem] = problems;
      assert.ok(problem !== undefined);
      assert.equal(problem.code, code);
      assert.equal(problem.path.join("."), path);
      if (typeof message === "string") assert.equal(problem.message, message);
      else assert.match(problem.message, message);
      assert.equal(
        text.slice(problem.at.offset, problem.at.offset + problem.at.length),
        mark,
      );
      const preferred = problem.fixes.find(
        (proposed) => proposed.preferred === true,
      );
      assert.equal(preferred?.title, fix?.[0]);
      if (preferred === undefined || fix === undefined) return;
      assert.equal(preferred.safety, safety ?? "review");
      assert.ok("changes" in preferred);
      const after = changedValue(root.toValue(), preferred.changes);
      assert.deepEqual(after, rootOfText(fix[1]).toValue());
      assert.ok(configGate(after), "the result is still refused");
      assert.deepEqual(validateSchema(rootOfText(JSON.stringify(after))), []);
    });
  }

  it("offers every allowed value with its meaning where none is meant, the recommended one first", () => {
    const [problem] = validateSchema(
      rootOfText(`{ gateway: { bind: "whatever" } }`),
    );
    const titles = problem?.fixes.map(({ title }) => title) ?? [];
    assert.equal(titles.length, 5);
    assert.equal(titles[0], `Set to "loopback", which is recommended`);
    assert.ok(
      titles.some((title) => /^Set to "lan": .*0\.0\.0\.0/.test(title)),
    );
  });

  it("offers the recommended value beside the one that is meant", () => {
    const [problem] = validateSchema(
      rootOfText(`{ gateway: { bind: "0.0.0.0" } }`),
    );
    assert.deepEqual(
      problem?.fixes.map(({ title, preferred }) => [title, preferred]),
      [
        [`Set to "lan": reachable from your network, needs a token`, true],
        [`Set to "loopback", which is recommended`, undefined],
      ],
    );
  });

  it("tells each fault of the article's baseline once, and moves instead of deleting", () => {
    const text = readFileSync("examples/article.clawdbot.json", "utf8");
    let root = rootOfText(text);
    const problems = validateSchema(root);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.path.join(".")]),
      [
        ["schema.unknown_key", "groupPolicy"],
        ["schema.unknown_key", "groupAllowFrom"],
        ["schema.type", "tools.elevated.allowFrom"],
      ],
    );
    for (const { fixes } of problems) {
      const [fix] = fixes;
      assert.ok(fix !== undefined && "changes" in fix);
      root = rootOfText(
        JSON.stringify(changedValue(root.toValue(), fix.changes)),
      );
    }
    assert.deepEqual(validateSchema(root), []);
    for (const id of ["whatsapp", "telegram", "discord", "slack"]) {
      assert.equal(
        root.find(["channels", id, "groupPolicy"])?.scalar,
        "allowlist",
      );
    }
    for (const id of ["whatsapp", "telegram"])
      assert.deepEqual(
        root.find(["channels", id, "groupAllowFrom"])?.toValue(),
        [],
      );
    assert.equal(root.find(["channels", "slack", "groupAllowFrom"]), undefined);
    assert.deepEqual(root.find(["tools", "elevated"])?.toValue(), {
      enabled: false,
    });
  });
});

describe("plugins that are on without the settings they need", () => {
  const on = `slots: { memory: "memory-lancedb" }`;
  const verdicts: readonly (readonly [plugins: string, isRefused: boolean])[] =
    [
      [on, true],
      [`${on}, entries: { "memory-lancedb": { enabled: false } }`, true],
      [`${on}, allow: ["memory-lancedb"]`, true],
      [`${on}, allow: [" "]`, true],
      [`${on}, allow: ["telegram"]`, false],
      [`${on}, deny: ["memory-lancedb"]`, false],
      [`${on}, enabled: false`, false],
      [`${on}, deny: ["\${NAME}"]`, false],
      [`${on}, allow: ["\${NAME}"]`, false],
      [`slots: { memory: "\${SLOT}" }`, false],
      [`slots: { memory: "none" }`, false],
      [`entries: { "memory-lancedb": { enabled: true } }`, false],
      [`entries: { "memory-lancedb": { enabled: false, config: {} } }`, true],
    ];
  for (const [plugins, isRefused] of verdicts) {
    it(`${isRefused ? "refused" : "accepted"}: ${plugins}`, () => {
      const problems = validateSchema(
        rootOfText(`{ plugins: { ${plugins} } }`),
      );
      assert.equal(problems.length, isRefused ? 1 : 0);
    });
  }
});

describe("what variables may make of a refused value", () => {
  const verdicts: readonly (readonly [text: string, isRefused: boolean])[] = [
    [`{ gateway: { bind: "\${BIND}" } }`, false],
    [`{ gateway: { bind: "lo\${REST}" } }`, false],
    [`{ gateway: { bind: "x\${REST}" } }`, true],
    [`{ gateway: { bind: "\${A}loopback" } }`, true],
    [`{ gateway: { port: "\${PORT}" } }`, true],
    [`{ gateway: { bind: "$\${BIND}" } }`, true],
    [`{ gateway: { bind: "\${bind}" } }`, true],
    [`{ commands: { native: "\${NATIVE}" } }`, false],
    [`{ commands: { text: "\${TEXT}" } }`, true],
    [`{ ui: { seamColor: "\${COLOR}" } }`, false],
    [`{ ui: { seamColor: "#\${COLOR}" } }`, false],
    [`{ ui: { seamColor: "\${A}\${B}\${A}" } }`, false],
    [`{ ui: { seamColor: "g\${COLOR}" } }`, true],
    [`{ ui: { seamColor: "123456\${COLOR}" } }`, true],
    [
      `{ models: { providers: { a: { baseUrl: "\${URL}", models: [] } } } }`,
      false,
    ],
    [`{ ui: { assistant: { name: "${"x".repeat(49)}\${N}" } } }`, false],
    [`{ ui: { assistant: { name: "${"x".repeat(50)}\${N}" } } }`, true],
  ];
  for (const [text, isRefused] of verdicts) {
    it(`${isRefused ? "refused whatever they are" : "left to them"}: ${text.slice(0, 70)}`, () => {
      assert.equal(validateSchema(rootOfText(text)).length, isRefused ? 1 : 0);
    });
  }
});

describe("secrets in refused values", () => {
  const places: readonly (readonly [text: string, isLost: boolean])[] = [
    [`{ gateway: { authToken: "abcdef" } }`, false],
    [`{ gateway: { authToken: "\${TOKEN}" } }`, true],
    [`{ gateway: { extra: { deeper: [{ apiKey: "abcdef" }] } } }`, false],
    [
      `{ auth: { profiles: { a: { provider: "a", mode: "api_key", key: "abcdef" } } } }`,
      false,
    ],
    [`{ channels: { telegram: { botToken: ["abcdef"] } } }`, false],
    [
      `{ plugins: { entries: { lobster: { config: { token: "abcdef" } } } } }`,
      false,
    ],
    [`{ gateway: { extra: { deeper: 1 } } }`, true],
  ];
  for (const [text, isLost] of places) {
    it(`${isLost ? "are none" : "are never taken away"}: ${text}`, () => {
      const root = rootOfText(text);
      const problems = validateSchema(root);
      assert.equal(problems.length, 1);
      const losing = problems.flatMap(({ fixes }) =>
        fixes.filter(
          (fix) =>
            "changes" in fix &&
            !/abcdef|TOKEN|"deeper":1/.test(
              JSON.stringify(changedValue(root.toValue(), fix.changes)),
            ),
        ),
      );
      assert.equal(losing.length > 0, isLost);
    });
  }
  const secrets = [
    "sk-ant-REDACTED",
    "hunter2",
    "correct horse battery staple",
    "123456:AAE-abcdefghijklmnopqrstuvwxyz012345",
    "4711",
    "xoxb-12-ab",
  ];
  const texts = [
    (secret: string) => ({ gateway: { bind: secret } }),
    (secret: string) => ({
      gateway: { auth: { mode: secret, token: [secret] } },
    }),
    (secret: string) => ({ gateway: { port: secret } }),
    (secret: string) => ({
      channels: { telegram: { botToken: { value: secret }, dmPolicy: secret } },
    }),
    (secret: string) => ({
      ui: { seamColor: secret },
      browser: { profiles: { a: { cdpPort: 1, color: secret } } },
    }),
    (secret: string) => ({
      models: { providers: { a: { apiKey: [secret], api: secret } } },
    }),
    (secret: string) => ({ unknown: secret, gateway: { tokn: secret } }),
    (secret: string) => ({
      hooks: secret,
      channels: { discord: { token: Number.parseInt(secret, 10) || 5 } },
    }),
  ];
  for (const secret of secrets) {
    it(`a text like ${secret.slice(0, 4)}… is never repeated`, () => {
      let told = 0;
      for (const place of texts) {
        for (const problem of validateSchema(
          rootOfText(JSON.stringify(place(secret))),
        )) {
          told += 1;
          assert.ok(!problem.message.includes(secret), problem.message);
          for (const { title } of problem.fixes)
            assert.ok(!title.includes(secret), title);
        }
      }
      assert.ok(told >= 10, `only ${told} problems were told`);
    });
  }
});
