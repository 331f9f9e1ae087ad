import assert from "node:assert/strict";
import type { MachineExample } from "../../../server/src/core/config/machine-example.ts";
import { fsConfigSecretsInGit } from "../../../server/src/core/rules/fs/config-secrets-in-git.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const checkout: MachineExample = {
  config: "~/work/bot/deploy/clawdbot.json",
  isCopy: true,
  files: ["drwxr-xr-x ~/work/bot/.git"],
};

/** The checkout with a text in one file that says what Git leaves out. */
const leavingOut = (
  path: `~/${string}`,
  text: string,
  config = checkout,
): MachineExample => ({
  ...config,
  files: [...config.files, `-rw-r--r-- ${path}`],
  texts: { [path]: text },
});

const secret = `{ gateway: { auth: { token: "4f1d5c9e8b7a6f5e4d3c2b1a0f9e8d7c" } } }`;

describe("fs.config.secrets_in_git", () => {
  it("points at the first secret, and speaks once", () =>
    check(
      fsConfigSecretsInGit,
      `{
  agents: { defaults: { contextTokens: 100000 } },
  channels: { telegram: { tokenFile: "~/token", botToken: "\${BOT}" } },
  models: { providers: { mine: { apiKey: "k-4f1d5c9e8b7a6f5e" } } },
  //                                     ^^^^^^^^^^^^^^^^^^^^ fs.config.secrets_in_git
  env: { OPENAI_API_KEY: "k-4f1d5c9e8b7a6f5e" },
}`,
      { machine: checkout },
    ));
  it("never repeats it", () => {
    const [found] = findingsOf(fsConfigSecretsInGit, secret, {
      machine: checkout,
    });
    assert.match(found?.message ?? "", /gateway\.auth\.token/);
    assert.doesNotMatch(found?.message ?? "", /4f1d5c/);
  });
  for (const text of [
    `{}`,
    `{ gateway: { auth: { token: "\${TOKEN}" } } }`,
    `{ gateway: { auth: { token: "your-long-random-token-here" } } }`,
    `{ gateway: { auth: { token: "" } } }`,
    `{ env: { OPENAI_BASE_URL: "https://example.org" } }`,
  ])
    it(`is silent on ${text}`, () =>
      assert.deepEqual(
        findingsOf(fsConfigSecretsInGit, text, { machine: checkout }),
        [],
      ));
  for (const [path, text, expected] of [
    ["~/work/bot/.gitignore", "clawdbot.json\n", 0],
    ["~/work/bot/.gitignore", "/clawdbot.json\n", 1],
    ["~/work/bot/.gitignore", "/deploy/\n", 0],
    ["~/work/bot/.gitignore", "*.json\n!clawdbot.json\n", 1],
    ["~/work/bot/deploy/.gitignore", "*\n", 0],
    ["~/work/bot/.git/info/exclude", "deploy\n", 0],
    ["~/.config/git/ignore", "clawdbot.json\n", 0],
    // Above the work tree nothing counts.
    ["~/work/.gitignore", "clawdbot.json\n", 1],
  ] as const) {
    it(`${JSON.stringify(text)} in ${path} gives ${expected}`, () =>
      assert.equal(
        findingsOf(fsConfigSecretsInGit, secret, {
          machine: leavingOut(path, text),
        }).length,
        expected,
      ));
  }
  it("looks at the work tree that a link leads into", () => {
    const linked: MachineExample = {
      files: [
        "lrwxrwxrwx ~/.clawdbot/clawdbot.json -> ~/dotfiles/clawdbot.json",
        "-rw------- ~/dotfiles/clawdbot.json",
        "drwxr-xr-x ~/dotfiles/.git",
      ],
    };
    assert.equal(
      findingsOf(fsConfigSecretsInGit, secret, { machine: linked }).length,
      1,
    );
  });
  it("is silent outside of every work tree", () =>
    assert.deepEqual(
      findingsOf(fsConfigSecretsInGit, secret, {
        machine: { ...checkout, files: ["drwxr-xr-x ~/work/other/.git"] },
      }),
      [],
    ));
  it("leaves an included file to that file's own Git", () =>
    assert.deepEqual(
      findingsOf(
        fsConfigSecretsInGit,
        `{ gateway: { $include: "./secret.json5" } }`,
        {
          machine: {
            ...checkout,
            texts: {
              "~/work/bot/deploy/secret.json5": `{ auth: { token: "4f1d5c9e8b7a6f5e" } }`,
            },
          },
        },
      ),
      [],
    ));
});
