import assert from "node:assert/strict";
import { modelsLegacy } from "../../../server/src/core/rules/models/legacy.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("models.legacy", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-3.5-turbo" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-2.1" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-instant-1" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-4-0613" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "openai/gpt-4o" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "\${MODEL}" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { list: [{ id: "a", model: "openai/gpt-3.5-turbo" }, { id: "b", model: { primary: "x/y", fallbacks: ["anthropic/claude-2"] } }] } }`,
      2,
    ],
    [
      "upstream",
      `{ agents: { list: [{ id: "a", model: "openai/gpt-3.5-turbo" }, { id: "b", model: { primary: "x/y", fallbacks: ["anthropic/claude-2"] } }] } }`,
      1,
    ],
    // Of these the audit does not ask.
    [
      "recommended",
      `{ hooks: { enabled: true, token: "\${T}", gmail: { model: "openai/gpt-3.5-turbo" }, mappings: [{ model: "openai/gpt-3.5-turbo" }] } }`,
      2,
    ],
    [
      "recommended",
      `{ hooks: { token: "\${T}", gmail: { model: "openai/gpt-3.5-turbo" } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { subagents: { model: "openai/gpt-3.5-turbo" } }, list: [{ id: "a", subagents: { model: { primary: "openai/gpt-3.5-turbo", fallbacks: ["openai/gpt-3.5-turbo", "x/y"] } } }] } }`,
      3,
    ],
    [
      "upstream",
      `{ hooks: { enabled: true, gmail: { model: "openai/gpt-3.5-turbo" } }, agents: { defaults: { subagents: { model: "openai/gpt-3.5-turbo" } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(modelsLegacy, text, { profile }).length,
        expected,
      ));
  }
});
