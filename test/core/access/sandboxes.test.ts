import assert from "node:assert/strict";
import {
  sandboxes,
  sandboxPatterns,
} from "../../../server/src/core/access/sandboxes.ts";
import { pathText } from "../../../server/src/core/rules/rule.ts";
import { guarded, viewOf } from "./view-of.ts";

const patterns = [
  ...sandboxPatterns,
  "agents.defaults.sandbox.docker.**",
  "agents.defaults.sandbox.browser.**",
] as const;

const of = (config: object) => sandboxes(guarded(viewOf(config), patterns));

describe("sandboxes", () => {
  // Mode, scope and access as resolveSandboxConfigForAgent of the release's agents/sandbox/config.js gave them.
  const table: readonly (readonly [object, string])[] = [
    [{}, "off agent none"],
    [{ defaults: { sandbox: { mode: "all" } } }, "all agent none"],
    [
      { defaults: { sandbox: { mode: "all", perSession: true } } },
      "all session none",
    ],
    [
      { defaults: { sandbox: { mode: "all", perSession: false } } },
      "all shared none",
    ],
    [
      {
        defaults: {
          sandbox: { mode: "all", perSession: false, scope: "session" },
        },
      },
      "all session none",
    ],
    [
      {
        defaults: { sandbox: { mode: "all", scope: "shared" } },
        list: [{ id: "main", sandbox: { mode: "off", perSession: true } }],
      },
      "off shared none",
    ],
    [
      {
        defaults: { sandbox: { mode: "all", perSession: false } },
        list: [
          { id: "main", sandbox: { perSession: true, workspaceAccess: "rw" } },
        ],
      },
      "all session rw",
    ],
    [{ defaults: { sandbox: { mode: "${MODE}" } } }, "unknown agent none"],
  ];
  for (const [agents, expected] of table) {
    it(JSON.stringify(agents), () => {
      const [main] = of({ agents }).agents;
      assert.equal(
        `${main?.mode.value} ${main?.scope.value} ${main?.workspaceAccess.value}`,
        expected,
      );
    });
  }

  const inForce = (config: object, key: string): readonly string[] =>
    of(config)
      .inForce("docker", key)
      .map(
        ({ lookup, agents }) =>
          `${pathText(lookup.path)}: ${agents.map(({ agent }) => agent?.id ?? "-").join()}`,
      );

  it("leaves out what nobody gets", () => {
    const defaults = { sandbox: { mode: "all", docker: { network: "host" } } };
    assert.deepEqual(inForce({ agents: { defaults } }, "network"), [
      "agents.defaults.sandbox.docker.network: -",
    ]);
    const own = { docker: { network: "none" } };
    assert.deepEqual(
      inForce(
        { agents: { defaults, list: [{ id: "a", sandbox: own }] } },
        "network",
      ),
      ["agents.list[0].sandbox.docker.network: a"],
    );
    assert.deepEqual(
      inForce(
        {
          agents: {
            defaults,
            list: [
              { id: "a", sandbox: own },
              { id: "b", sandbox: { mode: "off" } },
              { id: "c", sandbox: { ...own, scope: "shared" } },
            ],
          },
        },
        "network",
      ),
      [
        "agents.defaults.sandbox.docker.network: c",
        "agents.list[0].sandbox.docker.network: a",
      ],
    );
    assert.deepEqual(
      inForce(
        { agents: { defaults: { sandbox: { docker: { network: "host" } } } } },
        "network",
      ),
      [],
    );
  });

  it("puts binds of all agents and of one together", () => {
    const config = {
      agents: {
        defaults: { sandbox: { mode: "all", docker: { binds: ["/a:/a"] } } },
        list: [{ id: "a", sandbox: { docker: { binds: ["/b:/b"] } } }],
      },
    };
    assert.deepEqual(
      of(config)
        .inForceTogether("docker", "binds")
        .map(({ lookup }) => pathText(lookup.path)),
      [
        "agents.defaults.sandbox.docker.binds",
        "agents.list[0].sandbox.docker.binds",
      ],
    );
  });

  it("takes no entry whose id an earlier one has", () => {
    const { agents } = of({
      agents: {
        list: [
          { id: "Work", sandbox: { mode: "off" } },
          { id: "work", sandbox: { mode: "all" } },
        ],
      },
    });
    assert.deepEqual(
      agents.map(({ mode }) => mode.value),
      ["off"],
    );
  });
});
