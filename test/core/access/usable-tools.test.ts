import assert from "node:assert/strict";
import {
  usableToolPatterns,
  usableTools,
} from "../../../server/src/core/access/usable-tools.ts";
import { guarded, viewOf } from "./view-of.ts";

const asked = [
  "exec",
  "write",
  "browser",
  "gateway",
  "nodes",
  "web_fetch",
  "message",
];

const toolsOf = (config: object) =>
  usableTools(guarded(viewOf(config), usableToolPatterns));

describe("usableTools", () => {
  // What createClawdbotCodingTools of the release's agents/pi-tools.js gave the main agent, without and with a container.
  // (Whether a tool is switched off is not asked here, so web_fetch counts as there.)
  const table: readonly (readonly [object, string, string])[] = [
    [{}, "exec write browser gateway nodes web_fetch message", "exec write"],
    [{ tools: { profile: "minimal" } }, "", ""],
    [{ tools: { profile: "coding" } }, "exec write", "exec write"],
    [{ tools: { profile: "messaging", allow: ["exec"] } }, "", ""],
    [
      { tools: { profile: "full" } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      {
        tools: { profile: "minimal" },
        agents: { list: [{ id: "main", tools: { profile: "full" } }] },
      },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { deny: ["group:runtime"] } },
      "write browser gateway nodes web_fetch message",
      "write",
    ],
    [
      { tools: { deny: ["bash"] } },
      "write browser gateway nodes web_fetch message",
      "write",
    ],
    [
      { tools: { deny: [" EXEC "] } },
      "write browser gateway nodes web_fetch message",
      "write",
    ],
    [
      { tools: { deny: ["ex*"] } },
      "write browser gateway nodes web_fetch message",
      "write",
    ],
    [
      { tools: { allow: ["raed"] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { allow: ["web_*"] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [{ tools: { allow: ["web_*", "message"] } }, "web_fetch message", ""],
    [
      { tools: { allow: ["group:memory"] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { allow: ["group:plugins"] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      {
        tools: { allow: ["group:fs"] },
        agents: { list: [{ id: "main", tools: { allow: ["exec", "write"] } }] },
      },
      "write",
      "write",
    ],
    [
      { tools: { allow: [""] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { allow: [] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      {
        tools: { deny: ["exec"] },
        agents: { list: [{ id: "Main", tools: { deny: ["browser"] } }] },
      },
      "write gateway nodes web_fetch message",
      "write",
    ],
    [
      { tools: { allow: ["web_fetch"], web: { fetch: { enabled: false } } } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { allow: ["apply_patch"] } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { sandbox: { tools: { deny: [] } } } },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      { tools: { sandbox: { tools: { allow: [] } } } },
      "exec write browser gateway nodes web_fetch message",
      "",
    ],
    [
      { tools: { sandbox: { tools: { allow: ["*"], deny: [] } } } },
      "exec write browser gateway nodes web_fetch message",
      "exec write browser gateway nodes web_fetch message",
    ],
    [
      {
        tools: {
          sandbox: {
            tools: { allow: ["browser", "exec"], deny: ["group:clawdbot"] },
          },
        },
      },
      "exec write browser gateway nodes web_fetch message",
      "exec",
    ],
    [
      {
        tools: { sandbox: { tools: { allow: [], deny: ["group:clawdbot"] } } },
      },
      "exec write browser gateway nodes web_fetch message",
      "exec write",
    ],
    [
      {
        tools: {
          deny: ["browser"],
          sandbox: { tools: { allow: ["*"], deny: [] } },
        },
        agents: {
          list: [
            {
              id: "main",
              tools: { sandbox: { tools: { deny: ["gateway"] } } },
            },
          ],
        },
      },
      "exec write gateway nodes web_fetch message",
      "exec write nodes web_fetch message",
    ],
  ];
  for (const [config, onHost, inSandbox] of table) {
    it(JSON.stringify(config), () => {
      const [agent] = toolsOf(config);
      assert.ok(agent);
      assert.equal(
        asked.filter((tool) => agent.onHost(tool)).join(" "),
        onHost,
      );
      assert.equal(
        asked.filter((tool) => agent.inSandbox(tool)).join(" "),
        inSandbox,
      );
    });
  }

  it("is certain of nothing that a variable decides", () => {
    for (const tools of [
      { allow: ["${TOOLS}"] },
      { deny: ["${TOOLS}"] },
      { profile: "${PROFILE}" },
    ]) {
      const [agent] = toolsOf({ tools });
      assert.equal(agent?.onHost("exec"), false);
    }
    const [agent] = toolsOf({ tools: { allow: ["${TOOLS}", "exec"] } });
    assert.equal(agent?.onHost("exec"), true);
  });

  it("answers for every agent that counts", () => {
    const agents = toolsOf({
      agents: {
        list: [
          { id: "a", tools: { deny: ["exec"] } },
          { id: "b" },
          { id: "A", tools: { allow: ["exec"] } },
        ],
      },
    });
    assert.deepEqual(
      agents.map(({ sandbox, onHost }) => [sandbox.agent?.id, onHost("exec")]),
      [
        ["a", false],
        ["b", true],
      ],
    );
  });
});
