import assert from "node:assert/strict";
import { modelsWeakTier } from "../../../server/src/core/rules/models/weak-tier.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("models.weak_tier", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-haiku-4-5" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-4o" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-5.2" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-6" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-6" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-1-20250805" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-sonnet-4-20250514" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-3-5-sonnet-20241022" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-sonnet-4.5" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-5" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "google/gemini-3-pro" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-oss-120b" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-6-20260205" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4.6" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-10" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "amazon-bedrock/us.anthropic.claude-opus-4-6-v1:0" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-sonnet-5-20270101" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-latest" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-5.3-codex" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-10" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "google-vertex/claude-opus-4@20250514" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-3-7-sonnet-latest" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-4.1" } } } }`,
      1,
    ],
    [
      "upstream",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-6" } } } }`,
      1,
    ],
    [
      "upstream",
      `{ agents: { defaults: { model: { primary: "openai/gpt-6" } } } }`,
      1,
    ],
    [
      "upstream",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-sonnet-4-5" } } } }`,
      0,
    ],
    // Of these the audit does not ask.
    [
      "recommended",
      `{ hooks: { enabled: true, token: "\${T}", gmail: { model: "anthropic/claude-haiku-4-5" }, mappings: [{ model: "anthropic/claude-haiku-4-5" }] } }`,
      2,
    ],
    [
      "recommended",
      `{ hooks: { token: "\${T}", gmail: { model: "anthropic/claude-haiku-4-5" } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { subagents: { model: "anthropic/claude-haiku-4-5" } }, list: [{ id: "a", subagents: { model: { primary: "anthropic/claude-haiku-4-5", fallbacks: ["anthropic/claude-haiku-4-5", "x/y"] } } }] } }`,
      3,
    ],
    [
      "upstream",
      `{ hooks: { enabled: true, gmail: { model: "anthropic/claude-haiku-4-5" } }, agents: { defaults: { subagents: { model: "anthropic/claude-haiku-4-5" } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(modelsWeakTier, text, { profile }).length,
        expected,
      ));
  }
});
