import assert from "node:assert/strict";
import { hoverAt } from "../../../server/src/core/features/hover.ts";
import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { analyse, type AnalyseOptions } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

function hover(marked: string, options: AnalyseOptions = {}) {
  const { text, offset } = withCursor(marked);
  const found = hoverAt(analyse(text, options), offset);
  return (
    found && {
      markdown: found.markdown,
      on: text.slice(found.span.offset, found.span.offset + found.span.length),
    }
  );
}

describe("hover", () => {
  it("explains a key, with its values", () => {
    const found = hover(`{ gateway: { bi<|>nd: "loopback" } }`);
    assert.equal(found?.on, "bind");
    assert.match(found?.markdown ?? "", /`gateway\.bind`/);
    assert.match(found?.markdown ?? "", /- `tailnet`: \w/);
    assert.match(
      found?.markdown ?? "",
      /Checked by `gateway\.[\s\S]* and \d+ more/,
    );
  });
  it("names some of the rules that read a setting, those about it first", () => {
    const { markdown = "" } =
      hover(`{ agents: { defaults: { sandbox: { mo<|>de: "all" } } } }`) ?? {};
    const [, codes = "", more] =
      /Checked by (.*?)(?: and (\d+) more)?$/m.exec(markdown) ?? [];
    assert.equal(codes.split(", ").length, 6);
    assert.match(codes, /^`sandbox\./);
    assert.ok(Number(more) > 10, markdown);
  });
  it("explains a value", () => {
    const found = hover(
      `{ gateway: { bind: "l<|>an", auth: { token: "\${T}" } } }`,
    );
    assert.equal(found?.on, '"lan"');
    assert.match(found?.markdown ?? "", /`lan`: \w/);
    assert.doesNotMatch(found?.markdown ?? "- `tailnet`", /- `tailnet`/);
  });
  it("says why a problem at that place matters, and what to do", () => {
    const { markdown = "" } =
      hover(`{ logging: { redactSensitive: "o<|>ff" } }`) ?? {};
    // The editor shows the message above: it is not said twice.
    assert.match(markdown, /^\*\*Warning\*\* \(`logging\.redact_off`\): \w/);
    assert.match(markdown, /What to do:/);
  });
  it("says on the key what is wrong with its value", () => {
    const { markdown = "", on } =
      hover(`{ logging: { redact<|>Sensitive: "off" } }`) ?? {};
    assert.equal(on, "redactSensitive");
    assert.match(markdown, /^\*\*Warning: .*\*\* \(`logging\.redact_off`\)/);
    assert.doesNotMatch(
      hover(`{ lo<|>gging: { redactSensitive: "off" } }`)?.markdown ?? "",
      /redact_off`\)/,
    );
  });
  it("names the rules about a list on the list, though they read its items", () =>
    assert.match(
      hover(`{ gateway: { trusted<|>Proxies: [] } }`)?.markdown ?? "",
      /^Checked by .*`gateway\.trusted_proxies_never_match`/m,
    ));
  it("says what became of a key of older releases, on the key", () =>
    assert.match(
      hover(`{ gateway: { to<|>ken: "x" } }`)?.markdown ?? "",
      /`config\.legacy_key`/,
    ));
  it("explains the setting below, however much is wrong with it", () => {
    const { markdown = "" } =
      hover(`{ gateway: { bind: "la<|>n\n } }`, { profile: "strict" }) ?? {};
    for (const code of [
      "gateway.bind_no_auth",
      "syntax.unclosed_string",
      "gateway.bind_lan",
    ])
      assert.ok(markdown.includes(`(\`${code}\`)`), code);
    assert.equal(markdown.match(/What to do/g)?.length, 3);
    assert.match(markdown, /^\*\*Listening address\*\*$/m);
    assert.match(markdown, /^Which network interfaces/m);
  });
  it("explains a variable, and says what is known about it", () => {
    const text = `{ gateway: { auth: { token: "\${T<|>OKEN}" } } }`;
    assert.match(hover(text)?.markdown ?? "", /Whether it is set is not known/);
    assert.match(
      hover(text, { environment: environmentModes.empty })?.markdown ?? "",
      /It is not set/,
    );
  });
  it("shows of a text with a variable in it only the reference under the pointer", () => {
    const text = `{ models: { providers: { x: { baseUrl: "https://\${HO<|>ST}/\${PATH_PART}", models: [] } } } }`;
    const found = hover(text);
    assert.equal(found?.on, "${HOST}");
    assert.match(found.markdown, /\$\{HOST\}/);
    assert.doesNotMatch(found.markdown, /PATH_PART/);
    assert.equal(
      hover(text.replace("<|>", "").replace("ht", "h<|>t"))?.on.length,
      30,
    );
  });

  /** Places, and one line that has to be there. */
  const lines: readonly (readonly [
    name: string,
    marked: string,
    line: string,
    files?: Readonly<Record<string, string>>,
  ])[] = [
    [
      "the default of what a block leaves out",
      `{ channels: { tele<|>gram: { allowFrom: ["1"] } } }`,
      "- `dmPolicy`: `pairing` (default)",
    ],
    [
      "what a block takes over, and from which file",
      `{ $include: "./base.json5", agents: { list: [{ id: "a", sand<|>box: {} }] } }`,
      "- `mode`: `all` (set by `agents.defaults.sandbox.mode` in `base.json5`)",
      {
        "/config/base.json5": `{ agents: { defaults: { sandbox: { mode: "all" } } } }`,
      },
    ],
    [
      "what an agent takes over as a whole",
      `{ agents: { defaults: { sandbox: { mode: "all" } }, list: [<|>{ id: "a" }] } }`,
      "- `sandbox`: an object of 1 (set by `agents.defaults.sandbox`)",
    ],
    [
      "that an agent's setting stands before the shared one",
      `{ agents: { defaults: { sandbox: { mode: "all" } }, list: [{ id: "a", sandbox: { mo<|>de: "off" } }] } }`,
      "`agents.list[0].sandbox.mode`: text · inherits `agents.defaults.sandbox.mode` (`all`) · recommended `all` · applies without a restart",
    ],
    [
      "the default where the shared place has none",
      `{ agents: { list: [{ id: "a", sandbox: { mo<|>de: "all" } }] } }`,
      "`agents.list[0].sandbox.mode`: text · inherits `agents.defaults.sandbox.mode` (default `off`) · recommended `all` · applies without a restart",
    ],
    [
      "what an account takes over from its channel",
      `{ channels: { telegram: { allowFrom: ["*", "7"], accounts: { wo<|>rk: {} } } } }`,
      '- `allowFrom`: a list of 2, with `"*"` (set by `channels.telegram.allowFrom`)',
    ],
    [
      "what an account does not take over",
      `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"], accounts: { wo<|>rk: {} } } } }`,
      "- `dmPolicy`: `pairing` (default)",
    ],
    [
      "a policy that nobody reads",
      `{ channels: { whatsapp: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: { dmP<|>olicy: "disabled" } } } } }`,
      "**No effect here:** what counts is `open`, set by `channels.whatsapp.dmPolicy`.",
    ],
    [
      "a value that is given again",
      `{ gateway: { bi<|>nd: "lan", bind: "loopback" } }`,
      "**No effect here:** `loopback` is set further down.",
    ],
    [
      "a list put together from several files",
      `{ $include: "./base.json5", gateway: { trusted<|>Proxies: ["10.0.0.1"] } }`,
      "Put together from `base.json5`, then `clawdbot.json`.",
      { "/config/base.json5": `{ gateway: { trustedProxies: ["10.0.0.2"] } }` },
    ],
    [
      "who an account is",
      `{ channels: { telegram: { accounts: { wo<|>rk: {} } } }, bindings: [{ agentId: "ops", match: { channel: "telegram", accountId: "work" } }] }`,
      "Account `work` of Telegram · used in 1 other place. Bindings give its messages to `ops`.",
    ],
    [
      "who an agent is",
      `{ agents: { list: [{ id: "op<|>s" }] }, bindings: [{ agentId: "ops", match: { channel: "telegram" } }] }`,
      "Agent `ops` · used in 1 other place. Bindings give it messages from `telegram`.",
    ],
    [
      "that an agent is not there",
      `{ agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: "op<|>z", match: { channel: "telegram" } }] }`,
      "Agent `opz` · not defined in this config.",
    ],
    [
      "what a server's id is",
      `{ channels: { discord: { guilds: { "123456<|>789012345678": {} } } } }`,
      "`123456789012345678` on Discord, by the service's own id.",
    ],
    [
      "which model a name means",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": { alias: "fast" } }, model: { primary: "fa<|>st" } } } }`,
      "Short name `fast` · used in 1 other place.",
    ],
    [
      "a long time in words",
      `{ tools: { exec: { clean<|>upMs: 86400000 } } }`,
      "`86400000` = 1 day",
    ],
    [
      "a duration in words",
      `{ agents: { defaults: { heartbeat: { every: "9<|>0" } } } }`,
      "`90` = 1 hour 30 minutes",
    ],
    [
      "a size in words",
      `{ hooks: { maxBodyBytes: 5242<|>880 } }`,
      "`5242880` = 5 MB",
    ],
    [
      "what an included file brings",
      `{ $include: "./ba<|>se.json5" }`,
      "- `/config/base.json5`: brings `gateway`, `logging`",
      { "/config/base.json5": `{ gateway: {}, logging: {} }` },
    ],
    [
      "each of several files, on the key",
      `{ $in<|>clude: ["./base.json5", "./list.json5"] }`,
      "- `/config/list.json5`: brings a list of 2",
      { "/config/base.json5": `{}`, "/config/list.json5": `[1, 2]` },
    ],
    [
      "that a file has not been read",
      `{ $include: ["./base<|>.json5"] }`,
      "- `/config/base.json5`: not read yet",
    ],
    [
      "that a file includes itself",
      `{ $include: "./clawd<|>bot.json" }`,
      "- `/config/clawdbot.json`: the file includes itself",
    ],
  ];
  for (const [name, marked, line, files] of lines)
    it(`says ${name}`, () => {
      const { markdown = "" } = hover(marked, files && { files }) ?? {};
      assert.ok(
        markdown.split("\n").includes(line),
        `${line} is not in\n${markdown}`,
      );
    });

  it("understands an included file as the part it is", () => {
    const { text, offset } = withCursor(
      `{ list: [{ id: "b", sandbox: { mo<|>de: "off" } }] }`,
    );
    const part = "/config/agents.json5";
    const analysis = analyse(
      `{ agents: { $include: ["./first.json5", "./agents.json5"], defaults: { sandbox: { mode: "all" } } } }`,
      {
        files: {
          "/config/first.json5": `{ list: [{ id: "a" }] }`,
          [part]: text,
        },
      },
    );
    const found = hoverAt(analysis, offset, part);
    assert.match(
      found?.markdown ?? "",
      /`agents\.list\[1\]\.sandbox\.mode`: text · inherits `agents\.defaults\.sandbox\.mode` \(`all` in `clawdbot\.json`\)/,
    );
    assert.equal(text.slice(found?.span.offset).slice(0, 4), "mode");
  });

  it("never shows a secret", () => {
    const { markdown = "" } =
      hover(`{ gateway: { auth: { token: "s3cr3t-v<|>alue" } } }`) ?? {};
    assert.match(markdown, /gateway\.token_too_short/);
    assert.doesNotMatch(markdown, /s3cr3t/);
  });
  it("never repeats a secret of another place", () => {
    const secrets = [
      `{ channels: { slack: { botToken: "xoxb-never", appToken: "xapp-never", accounts: { wo<|>rk: {} } } } }`,
      `{ agents: { defaults: { memorySearch: { remote: { apiKey: "sk-never" } } }, list: [{ id: "a", memory<|>Search: { remote: {} } }] } }`,
      `{ agents: { defaults: { memorySearch: { remote: { apiKey: "sk-never" } } }, list: [{ id: "a", memorySearch: { rem<|>ote: {} } }] } }`,
      `{ channels: { slack: { proxy: "x", accounts: { a: { bot<|>Token: "xoxb-never" } }, botToken: "xoxb-never-too" } } }`,
      `{ agents: { defaults: { workspace: "https://me:never@host/" }, li<|>st: [] } }`,
    ];
    for (const marked of secrets) {
      const { markdown = "" } = hover(marked) ?? {};
      assert.notEqual(markdown, "");
      assert.doesNotMatch(markdown, /never/);
    }
    assert.match(
      hover(secrets[2] ?? "")?.markdown ?? "",
      /- `apiKey`: a secret \(set by/,
    );
  });
  for (const [name, marked] of [
    ["between settings", `{ gateway: {},<|>   logging: {} }`],
    ["in an empty file", `<|>`],
    ["behind everything", `{}   <|>`],
  ] as const) {
    it(`says nothing ${name}`, () => assert.equal(hover(marked), undefined));
  }
  it("stays short, whatever there is to say", () => {
    const text = `{ gateway: { bind: "lan", tailscale: { mode: "funnel" } }, channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }`;
    for (let at = 0; at <= text.length; at++) {
      const found = hoverAt(analyse(text), at);
      assert.ok((found?.markdown.split("\n").length ?? 0) <= 25);
    }
  });
});
