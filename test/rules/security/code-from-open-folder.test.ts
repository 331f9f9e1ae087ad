import assert from "node:assert/strict";
import { securityCodeFromOpenFolder } from "../../../server/src/core/rules/security/code-from-open-folder.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "security.code_from_open_folder";

describe(code, () => {
  it("looks at everything that is loaded", () =>
    check(
      securityCodeFromOpenFolder,
      `{
  plugins: { load: { paths: ["/srv/p", "/tmp/p"] } },
  //                                   ^^^^^^^^ ${code}
  skills: { load: { extraDirs: ["/var/tmp/skills"] } },
  //                            ^^^^^^^^^^^^^^^^^ ${code}
  hooks: {
    enabled: true, token: "\${T}",
    transformsDir: "/dev/shm/x",
    //             ^^^^^^^^^^^^ ${code}
    mappings: [{ transform: { module: "/tmp/x.mjs" } }],
    //                                ^^^^^^^^^^^^ ${code}
    internal: { enabled: true, handlers: [{ event: "x", module: "/tmp/x.mjs" }], load: { extraDirs: ["/home/me/hooks"] } },
    //                                                          ^^^^^^^^^^^^ ${code}
  },
  agents: { list: [{ id: "a", workspace: "/tmp/ws" }] },
  //                                     ^^^^^^^^^ ${code}
  browser: { executablePath: "/private/tmp/chrome" },
  //                         ^^^^^^^^^^^^^^^^^^^^^ ${code}
  tools: { exec: { pathPrepend: ["/tmp"] } },
  //                             ^^^^^^ ${code}
}`,
    ));
  for (const [path, expected] of [
    ["/tmp", "recommended error, strict error"],
    ["/tmp/../tmp/x", "recommended error, strict error"],
    ["C:\\Users\\Public\\x", "recommended error, strict error"],
    ["~/Dropbox/skills", "recommended warning, strict warning"],
    [
      "~/Library/Mobile Documents/com~apple~CloudDocs/skills",
      "recommended warning, strict warning",
    ],
    ["/home/me/OneDrive/skills", "recommended warning, strict warning"],
    ["/tmp/../srv/skills", ""],
    ["/srv/tmp", ""],
    ["tmp/skills", ""],
    ["~/skills", ""],
    ["${SKILLS}", ""],
  ] as const) {
    it(`${path}: ${expected || "silent"}`, () =>
      assert.equal(
        severities(
          securityCodeFromOpenFolder,
          `{ skills: { load: { extraDirs: [${JSON.stringify(path)}] } } }`,
        ),
        expected,
      ));
  }
  it("is milder about notes that several machines share", () =>
    assert.equal(
      severities(
        securityCodeFromOpenFolder,
        `{ agents: { defaults: { workspace: "~/Dropbox/clawd" } } }`,
      ),
      "recommended info, strict warning",
    ));
  for (const text of [
    `{ hooks: { transformsDir: "/tmp" } }`,
    `{ hooks: { enabled: true, token: "\${T}", internal: { handlers: [{ event: "x", module: "/tmp/x.mjs" }] } } }`,
    `{ plugins: { enabled: false, load: { paths: ["/tmp/p"] } } }`,
  ]) {
    it(`is silent on what is off: ${text}`, () =>
      assert.equal(findingsOf(securityCodeFromOpenFolder, text).length, 0));
  }
});
