import assert from "node:assert/strict";
import { sandboxDockerNetwork } from "../../../server/src/core/rules/sandbox/docker-network.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const all = (docker: string) =>
  `{ agents: { defaults: { sandbox: { mode: "all", docker: { ${docker} } } } } }`;

describe("sandbox.docker_network", () => {
  it("points at every network that some sandbox is in", () =>
    check(
      sandboxDockerNetwork,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", docker: { network: "host" } } },
    //                                                     ^^^^^^ sandbox.docker_network
    list: [
      { id: "a" },
      { id: "b", sandbox: { docker: { network: "container:db" } } },
      //                                       ^^^^^^^^^^^^^^ sandbox.docker_network
      { id: "c", sandbox: { docker: { network: "none" } } },
      { id: "d", sandbox: { mode: "off", docker: { network: "host" } } },
    ],
  },
}`,
    ));
  for (const [text, expected] of [
    [all(`network: "host"`), "recommended error, strict error"],
    [all(`network: "container:abc"`), "recommended error, strict error"],
    [all(`network: "bridge"`), "recommended info, strict warning"],
    [all(`network: "my-net"`), "recommended info, strict warning"],
    // No option is passed then, and Docker's own choice is a bridge.
    [all(`network: ""`), "recommended info, strict warning"],
    [all(`network: "none"`), ""],
    [all(`network: "\${NETWORK}"`), ""],
    [all(``), ""],
    [
      `{ agents: { defaults: { sandbox: { docker: { network: "host" } } } } }`,
      "",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all", docker: { network: "host" } } }, list: [{ id: "a", sandbox: { docker: { network: "none" } } }] } }`,
      "",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "shared" } }, list: [{ id: "a", sandbox: { docker: { network: "host" } } }] } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(sandboxDockerNetwork, text), expected));
  }
  it("takes the network away", () =>
    assert.equal(
      afterFix(
        all(`network: 'bridge'`),
        "sandbox.docker_network",
        "Take the network away",
      ),
      all(`network: 'none'`),
    ));
});
