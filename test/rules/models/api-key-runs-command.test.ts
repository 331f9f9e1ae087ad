import assert from "node:assert/strict";
import { modelsApiKeyRunsCommand } from "../../../server/src/core/rules/models/api-key-runs-command.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const code = "models.api_key_runs_command";

describe(code, () => {
  it("points at the key and does not repeat it", () => {
    const text = `{ models: { providers: {
  a: { baseUrl: "https://a.example/v1", apiKey: "!op read op://x/y", models: [] },
  //                                            ^^^^^^^^^^^^^^^^^^^ ${code}
  b: { baseUrl: "https://b.example/v1", apiKey: " !printenv \${NAME}", models: [] },
  //                                            ^^^^^^^^^^^^^^^^^^^^ ${code}
  c: { baseUrl: "https://c.example/v1", apiKey: "sk!x", models: [] },
  d: { baseUrl: "https://d.example/v1", apiKey: "\${KEY}", models: [] },
  e: { baseUrl: "https://e.example/v1", apiKey: "!", models: [] },
} } }`;
    check(modelsApiKeyRunsCommand, text);
    for (const { message } of findingsOf(modelsApiKeyRunsCommand, text))
      assert.doesNotMatch(message, /op read|printenv/);
  });
});
