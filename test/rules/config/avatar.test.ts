import assert from "node:assert/strict";
import { configAvatar } from "../../../server/src/core/rules/config/avatar.ts";
import type { AnalyseOptions } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const countOf = (
  avatar: string,
  agent: object = {},
  options: AnalyseOptions = {},
): number =>
  findingsOf(
    configAvatar,
    JSON.stringify({
      agents: { list: [{ id: "main", ...agent, identity: { avatar } }] },
    }),
    options,
  ).length;

describe("config.avatar", () => {
  it("points at the avatar", () =>
    check(
      configAvatar,
      `{ agents: { list: [
  { id: "a", identity: { avatar: "ftp://x/y.png" } },
  //                             ^^^^^^^^^^^^^^^ config.avatar
  { id: "b", identity: { avatar: "../../../../x.png" } },
  //                             ^^^^^^^^^^^^^^^^^^^ config.avatar
  { id: "c", identity: { avatar: "https://x/y.png" } },
] } }`,
    ));
  // config/validation.js; the usual workspace of the default agent is ~/clawd.
  for (const [avatar, expected] of [
    ["a.png", 0],
    ["a/../b.png", 0],
    ["../a.png", 1],
    ["../clawd/a.png", 0],
    ["..", 1],
    [".", 0],
    ["..foo/a.png", 1],
    ["a/..foo", 0],
    ["", 0],
    [" ", 0],
    ["~/clawd/a.png", 1],
    ["  ~x", 1],
    ["/etc/x", 1],
    ["/home/u/clawd/a.png", 0],
    ["DATA:image/png;base64,xx", 0],
    ["HTTP://x", 0],
    ["file:///a", 1],
    ["a:b", 1],
    ["C:\\a\\b.png", 0],
    ["c:x", 1],
    ["${A}", 0],
    ["../${A}", 0],
    ["/${A}", 0],
    ["~${A}", 1],
    ["ftp:${A}", 1],
  ] as const) {
    it(`${JSON.stringify(avatar)} gives ${expected}`, () =>
      assert.equal(countOf(avatar), expected));
  }
  it("counts from the agent's own workspace", () => {
    const workspace = "/srv/ws";
    assert.equal(countOf("/srv/ws/a.png", { workspace }), 0);
    assert.equal(countOf("/srv/ws", { workspace }), 0);
    assert.equal(countOf("/srv/ws2/a.png", { workspace }), 1);
    assert.equal(countOf("../a.png", { workspace: "${WS}" }), 0);
  });
  it("judges Windows paths on Windows", () => {
    const workspace = "C:\\ws";
    const platform = "windows";
    assert.equal(countOf("c:\\WS\\a.png", { workspace }, { platform }), 0);
    assert.equal(countOf("D:\\ws\\a.png", { workspace }, { platform }), 1);
    assert.equal(countOf("a\\..\\..\\b.png", { workspace }, { platform }), 1);
    assert.equal(countOf("a\\..\\..\\b.png", { workspace }), 0);
    assert.equal(countOf("a\\..\\..\\b.png", {}, { platform: "unknown" }), 0);
  });
  it("speaks only where every system would refuse when it knows none", () => {
    const avatar = "..\\clawd\\a.png";
    assert.equal(countOf(avatar, {}, { platform: "linux" }), 1);
    assert.equal(countOf(avatar, {}, { platform: "windows" }), 0);
    assert.equal(countOf(avatar, {}, { platform: "unknown" }), 0);
    assert.equal(countOf("~/a.png", {}, { platform: "unknown" }), 1);
  });
  it("knows the usual workspaces of other agents", () => {
    const findings = findingsOf(
      configAvatar,
      JSON.stringify({
        agents: {
          list: [
            { id: "a" },
            { id: "Team B", identity: { avatar: "../clawd-team-b/x.png" } },
            { id: "c", identity: { avatar: "../clawd/x.png" } },
          ],
        },
      }),
    );
    assert.equal(findings.length, 1);
  });
});
