import assert from "node:assert/strict";
import { LspClient } from "../support/lsp-client.ts";
import { lint } from "../support/lint.ts";

describe("clawdbot-lint explain", () => {
  it("says what, why and what to do, for rules and for everything else", async () => {
    for (const code of [
      "gateway.bind_no_auth",
      "schema.enum",
      "syntax.missing_comma",
      "config.include_circular",
    ]) {
      const { code: exit, stdout, stderr } = await lint(["explain", code]);
      assert.equal(exit, 0);
      assert.equal(stderr, "");
      assert.ok(stdout.startsWith(`${code}: `));
      assert.match(stdout, /What to do: \S/);
      assert.match(stdout, /With the problem:\n\S/);
    }
  });
  it("names the code that was meant", async () => {
    const { code, stderr } = await lint(["explain", "gateway.bind_no_auht"]);
    assert.equal(code, 2);
    assert.match(stderr, /is "gateway\.bind_no_auth" meant\?/);
  });
});

describe("clawdbot-lint lsp", () => {
  it("is the language server, for editors other than VS Code", async () => {
    const client = await LspClient.start({
      command: ["dist/cli.js", "lsp", "--stdio"],
    });
    const found = await client.open(
      "file:///config/clawdbot.json",
      `{ gateway: { mode: "local", bind: "lan" } }`,
    );
    assert.ok(found.some(({ code }) => code === "gateway.bind_no_auth"));
    assert.equal(await client.stop(), 0);
  });
});
