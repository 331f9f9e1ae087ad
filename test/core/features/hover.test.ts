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
    assert.match(found?.markdown ?? "", /Checked by .*`gateway\.bind_no_auth`/);
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
    assert.match(markdown, /^\*\*Warning: .*\*\* \(`logging\.redact_off`\)/);
    assert.match(markdown, /What to do:/);
  });
  it("explains a variable, and says what is known about it", () => {
    const text = `{ gateway: { auth: { token: "\${T<|>OKEN}" } } }`;
    assert.match(hover(text)?.markdown ?? "", /Whether it is set is not known/);
    assert.match(
      hover(text, { environment: environmentModes.empty })?.markdown ?? "",
      /It is not set/,
    );
  });
  it("never shows a secret", () => {
    const { markdown = "" } =
      hover(`{ gateway: { auth: { token: "s3cr3t-v<|>alue" } } }`) ?? {};
    assert.match(markdown, /gateway\.token_too_short/);
    assert.doesNotMatch(markdown, /s3cr3t/);
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
