import assert from "node:assert/strict";
import { hooksUntrustedTextUnsandboxed } from "../../../server/src/core/rules/hooks/untrusted-text-unsandboxed.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "hooks.untrusted_text_unsandboxed";
const hook = (mapping: string, rest = "") =>
  `{ hooks: { enabled: true, token: "\${T}", mappings: [{ ${mapping} }] }${rest} }`;

describe(code, () => {
  it("points at the first webhook that brings text", () =>
    check(
      hooksUntrustedTextUnsandboxed,
      `{ hooks: { enabled: true, token: "\${T}",
  mappings: [
    { match: { path: "fixed" }, messageTemplate: "Look at the build" },
    { match: { path: "ci" }, messageTemplate: "{{ text }}" },
  //^ ${code}
    { match: { path: "cd" }, messageTemplate: "{{ text }}" },
  ],
  presets: ["gmail"],
} }`,
    ));
  it("points at the preset", () =>
    check(
      hooksUntrustedTextUnsandboxed,
      `{ hooks: { enabled: true, token: "\${T}",
  presets: ["gmail", "other"],
  //        ^^^^^^^ ${code}
} }`,
    ));
  const text = `messageTemplate: "{{text}}"`;
  for (const [config, expected] of [
    [hook(text), "recommended warning, strict error"],
    [
      hook(`transform: { module: "x.mjs" }`),
      "recommended warning, strict error",
    ],
    [hook(`messageTemplate: "{{now}} {{path}}"`), ""],
    [hook(`action: "wake", textTemplate: "{{text}}"`), ""],
    [`{ hooks: { token: "\${T}", presets: ["gmail"] } }`, ""],
    [hook(text, `, agents: { defaults: { sandbox: { mode: "all" } } }`), ""],
    // Webhooks are no main session, so they are kept in.
    [
      hook(text, `, agents: { defaults: { sandbox: { mode: "non-main" } } }`),
      "",
    ],
    [
      hook(text, `, agents: { defaults: { sandbox: { mode: "\${MODE}" } } }`),
      "",
    ],
    [hook(text, `, tools: { profile: "messaging" }`), ""],
    [
      hook(
        text,
        `, agents: { list: [{ id: "a", sandbox: { mode: "all" } }, { id: "b" }] }`,
      ),
      "",
    ],
    [
      hook(
        text,
        `, agents: { list: [{ id: "a", sandbox: { mode: "all" } }, { id: "b", default: true }] }`,
      ),
      "recommended warning, strict error",
    ],
  ] as const) {
    it(`${config}: ${expected || "silent"}`, () =>
      assert.equal(
        severities(hooksUntrustedTextUnsandboxed, config),
        expected,
      ));
  }
  it("changes the mode where it counts", () =>
    assert.equal(
      afterFix(
        hook(
          text,
          `, agents: { list: [{ id: "a", sandbox: { mode: "off" } }] }`,
        ),
        code,
        "Keep all but your own conversation in the sandbox",
      ),
      hook(
        text,
        `, agents: { list: [{ id: "a", sandbox: { mode: "non-main" } }] }`,
      ),
    ));
});
