import assert from "node:assert/strict";
import { modelsCleartextEndpoint } from "../../../server/src/core/rules/models/cleartext-endpoint.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "models.cleartext_endpoint";
const provider = (url: string) =>
  `{ models: { providers: { a: { baseUrl: "${url}", models: [] } } } }`;
const away = "recommended warning, strict error";
const near = "recommended info, strict warning";

describe(code, () => {
  it("looks at every address that prompts are sent to", () =>
    check(
      modelsCleartextEndpoint,
      `{
  agents: {
    defaults: { memorySearch: { remote: { baseUrl: "http://a.example.com" } } },
    //                                             ^^^^^^^^^^^^^^^^^^^^^^ ${code}
    list: [{ id: "a", memorySearch: { remote: { baseUrl: "http://b.example.com" } } }],
    //                                                   ^^^^^^^^^^^^^^^^^^^^^^ ${code}
  },
  tools: {
    media: { audio: { baseUrl: "http://c.example.com", models: [{ baseUrl: "https://d.example.com" }] } },
    //                         ^^^^^^^^^^^^^^^^^^^^^^ ${code}
    web: { search: { perplexity: { baseUrl: "http://e.example.com" } } },
    //                                      ^^^^^^^^^^^^^^^^^^^^^^ ${code}
  },
}`,
    ));
  for (const [url, expected] of [
    ["http://models.example.com/v1", away],
    ["HTTP://203.0.113.7:8080/v1", away],
    ["http://[2001:db8::1]:8080/v1", away],
    ["http://192.168.1.20:11434/v1", near],
    ["http://10.1.2.3/v1", near],
    ["http://172.20.0.2/v1", near],
    ["http://172.32.0.2/v1", away],
    ["http://nas.local:1234/v1", near],
    ["http://ollama:11434/v1", near],
    ["http://localhost:1234/v1", ""],
    ["http://127.0.0.1:11434/v1", ""],
    ["http://[::1]:11434/v1", ""],
    ["http://host.docker.internal:11434/v1", ""],
    ["http://100.64.0.1:11434/v1", ""],
    ["http://gpu.tail1234.ts.net:11434/v1", ""],
    ["https://models.example.com/v1", ""],
    ["http://${HOST}/v1", ""],
    ["${BASE_URL}", ""],
    ["models.example.com", ""],
  ] as const) {
    it(`${url}: ${expected || "silent"}`, () =>
      assert.equal(
        severities(modelsCleartextEndpoint, provider(url)),
        expected,
      ));
  }
  it("encrypts", () =>
    assert.equal(
      afterFix(provider("http://models.example.com/v1"), code, "Use HTTPS"),
      provider("https://models.example.com/v1"),
    ));
});
