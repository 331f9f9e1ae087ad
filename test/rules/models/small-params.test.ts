import assert from "node:assert/strict";
import { modelsSmallParams } from "../../../server/src/core/rules/models/small-params.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("models.small_params", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/llama-3.1-8b" },  } }, tools: {  } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/llama-405b" },  } }, tools: {  } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/qwen-a3b-400b" },  } }, tools: {  } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "x/mixtral-8x22b" },  } }, tools: {  } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/llama-8b" }, sandbox: { mode: "all" } } }, tools: {  } }`,
      0,
    ],
    [
      "upstream",
      `{ agents: { defaults: { model: { primary: "ollama/llama-8b" }, sandbox: { mode: "all" } } }, tools: {  } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/llama-8b" }, sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: ["group:web"], deny: [] } } } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/llama-8b" }, sandbox: { mode: "all" } } }, tools: { deny: ["web_*", "browser"], sandbox: { tools: { allow: ["group:web"], deny: [] } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { defaults: { model: { primary: "ollama/llama-8b" }, sandbox: { mode: "non-main" } } }, tools: { deny: ["group:web", "browser"] } }`,
      1,
    ],
    [
      "recommended",
      `{ agents: { defaults: { imageModel: { primary: "x/llava-7b" } } } }`,
      0,
    ],
    [
      "recommended",
      `{ agents: { list: [{ id: "a", model: "x/phi-3b", sandbox: { mode: "all" } }] } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(modelsSmallParams, text, { profile }).length,
        expected,
      ));
  }
});
