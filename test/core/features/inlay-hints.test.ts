import assert from "node:assert/strict";
import {
  inlayHints,
  type HintMode,
} from "../../../server/src/core/features/inlay-hints.ts";
import type { Span } from "../../../server/src/core/text/span.ts";
import {
  analyse,
  configFile,
  type AnalyseOptions,
} from "../../support/analyse.ts";

/** The text with its hints in it, each between « and ». */
function hinted(
  text: string,
  mode: HintMode,
  options: AnalyseOptions = {},
  within: Span = { offset: 0, length: text.length },
): string {
  let shown = "";
  let at = 0;
  for (const { offset, label } of inlayHints(
    analyse(text, options),
    configFile,
    within,
    mode,
  )) {
    assert.ok(offset >= at, "hints stand in order");
    shown += `${text.slice(at, offset)}«${label}»`;
    at = offset;
  }
  return shown + text.slice(at);
}

describe("inlay hints", () => {
  for (const [name, text, expected, options] of [
    [
      "what a channel leaves out",
      `{ channels: { telegram: {} } }`,
      `{ channels: { telegram: {«dmPolicy: pairing, groupPolicy: allowlist»} } }`,
    ],
    [
      "only what is left out",
      `{ channels: { telegram: { dmPolicy: "allowlist" } } }`,
      `{ channels: { telegram: {«groupPolicy: allowlist» dmPolicy: "allowlist" } } }`,
    ],
    [
      "what is taken over",
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "agent", workspaceAccess: "none", sessionToolsVisibility: "all" } }, list: [{ id: "a", sandbox: { scope: "session" } }] } }`,
      `{ agents: { defaults: {«elevatedDefault: on» sandbox: { mode: "all", scope: "agent", workspaceAccess: "none", sessionToolsVisibility: "all" } }, list: [{ id: "a", sandbox: {«mode: all, workspaceAccess: none» scope: "session" } }] } }`,
    ],
    [
      "nothing that another file writes",
      `{ $include: "./base.json5", logging: { level: "info" } }`,
      `{ $include: "./base.json5", logging: { level: "info" } }`,
      {
        files: {
          "/config/base.json5": `{ logging: { redactSensitive: "off" } }`,
        },
      },
    ],
    ["nothing where there is no block", `{}`, `{}`],
  ] as const) {
    it(`say, where safety hangs on it, ${name}`, () =>
      assert.equal(hinted(text, "security", options), expected));
  }

  it("put long durations and sizes in words, when all are asked for", () => {
    const text = `{ hooks: { maxBodyBytes: 5242880 } }`;
    assert.match(hinted(text, "all"), /maxBodyBytes: 5242880«= 5 MB»/);
    assert.doesNotMatch(hinted(text, "security"), /MB/);
  });
  it("name a few defaults, and say how many more there are", () =>
    assert.match(
      hinted(`{ agents: { defaults: { sandbox: { docker: {} } } } }`, "all"),
      /docker: \{«image: [^»]*, \+\d+»\}/,
    ));
  it("are none when switched off", () =>
    assert.doesNotMatch(hinted(`{ channels: { telegram: {} } }`, "off"), /«/));
  it("are none in broken text", () =>
    assert.doesNotMatch(hinted(`{ channels: { telegram: {} }`, "all"), /«/));
  it("are none outside of the range", () => {
    const text = `{ channels: { telegram: {}, signal: {} } }`;
    const offset = text.indexOf("signal");
    assert.equal(
      hinted(text, "security", {}, { offset, length: 12 }),
      `{ channels: { telegram: {}, signal: {«httpHost: 127.0.0.1, dmPolicy: pairing, groupPolicy: allowlist»} } }`,
    );
  });
  it("never repeat a secret", () =>
    assert.doesNotMatch(
      hinted(
        `{ channels: { slack: { botToken: "xoxb-never", appToken: "xapp-never", accounts: { a: {} } } } }`,
        "all",
      ).replace(/botToken: "xoxb-never", appToken: "xapp-never"/, ""),
      /never/,
    ));
});
