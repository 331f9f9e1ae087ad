import assert from "node:assert/strict";
import fc from "fast-check";
import {
  changedValue,
  sameValue,
} from "../../server/src/core/config/change-values.ts";
import { isSettingFix } from "../../server/src/core/config/fix.ts";
import {
  identityOf,
  isAtLeast,
} from "../../server/src/core/features/problem.ts";
import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import type { JsonValue } from "../../server/src/core/json5/nodes.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { profiles } from "../../server/src/core/rules/rule.ts";
import { analyse } from "../support/analyse.ts";

/** Configs about what agents may do: sandboxes, tools, exec, webhooks and plugins, with holes in them. */
const one = <T extends JsonValue>(...values: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...values);

/** An object with some of the members. */
const some = (
  members: Readonly<Record<string, fc.Arbitrary<JsonValue>>>,
): fc.Arbitrary<JsonValue> =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<JsonValue>;

const names = fc.array(
  one(
    "exec",
    "bash",
    "exce",
    "read",
    "write",
    "edit",
    "browser",
    "gateway",
    "nodes",
    "group:fs",
    "group:runtime",
    "group:memory",
    "web_*",
    "*",
    "image",
    "lobster",
    "${TOOL}",
    "",
  ),
  { maxLength: 4 },
);

const sandbox = some({
  mode: one("off", "non-main", "all", "all", "${MODE}"),
  scope: one("session", "agent", "shared"),
  perSession: fc.boolean(),
  workspaceAccess: one("none", "ro", "rw"),
  sessionToolsVisibility: one("spawned", "all"),
  docker: some({
    network: one("none", "host", "bridge", ""),
    user: one("root", "0:0", "1000"),
    capDrop: one<JsonValue>([], ["ALL"], ["CHOWN"]),
    readOnlyRoot: fc.boolean(),
    seccompProfile: one("unconfined", "/etc/p.json"),
    binds: fc.array(
      one(
        "/:/h",
        "/srv/a:/a",
        "/srv/b:/b:rw,z",
        "~/x:/x",
        "/home/me/.ssh:/s:ro",
      ),
      { maxLength: 2 },
    ),
    memory: one("1g"),
    pidsLimit: one(100),
  }),
  browser: some({
    allowHostControl: fc.boolean(),
    allowedControlHosts: one<JsonValue>([], ["10.0.0.2"]),
  }),
});

const sandboxTools = some({ tools: some({ allow: names, deny: names }) });

const agentTools = some({
  profile: one("minimal", "coding", "messaging", "full"),
  allow: names,
  deny: names,
  exec: some({
    host: one("sandbox", "gateway"),
    security: one("deny", "allowlist", "full"),
    ask: one("off", "on-miss", "always"),
    safeBins: fc.array(one("jq", "python3", "env"), { maxLength: 2 }),
  }),
  sandbox: sandboxTools,
});

const agent = fc.record({
  id: one("main", "Main", "work", "public", "${AGENT}"),
  entry: some({
    default: fc.boolean(),
    workspace: one("~", "~/w", "/tmp/w"),
    sandbox,
    tools: agentTools,
    subagents: some({
      allowAgents: fc.array(one("*", "main", "work", "other"), {
        maxLength: 2,
      }),
    }),
  }),
});

const mapping = some({
  action: one("wake", "agent"),
  messageTemplate: one("{{text}}", "fixed"),
  sessionKey: one("{{key}}", "hook:{{key}}"),
  to: one("{{to}}", "123"),
  channel: one("last", "telegram"),
  deliver: fc.boolean(),
});

const config = some({
  gateway: one<JsonValue>(
    { mode: "local" },
    { mode: "local", nodes: { denyCommands: ["camera.*", "sms.send"] } },
  ),
  agents: some({
    defaults: some({ sandbox, workspace: one("~", "~/clawd") }),
    list: fc.array(
      agent.map(({ id, entry }) => ({ id, ...(entry as object) })),
      { maxLength: 3 },
    ),
  }),
  tools: some({
    profile: one("minimal", "coding", "messaging", "full"),
    allow: names,
    deny: names,
    exec: some({
      host: one("sandbox", "gateway", "node"),
      security: one("deny", "allowlist", "full"),
      ask: one("off", "on-miss", "always"),
    }),
    sandbox: sandboxTools,
    agentToAgent: some({
      enabled: fc.boolean(),
      allow: fc.array(one("*", "main", "work"), { maxLength: 2 }),
    }),
    elevated: some({ allowFrom: one<JsonValue>({ telegram: ["1"] }) }),
  }),
  bindings: fc.array(
    fc.record({
      agentId: one("main", "wrok", "public"),
      match: fc.record({ channel: one("telegram", "telegramm", "signal") }),
    }),
    { maxLength: 3 },
  ),
  channels: one<JsonValue>(
    {},
    {
      telegram: { botToken: "${BOT}", dmPolicy: "open", allowFrom: ["*"] },
    },
  ),
  hooks: some({
    enabled: fc.boolean(),
    token: one("${HOOKS}"),
    path: one("/hooks", "//", "/my hooks"),
    presets: one<JsonValue>(["gmail"], []),
    mappings: fc.array(mapping, { maxLength: 2 }),
  }),
  plugins: some({
    allow: one<JsonValue>(["lobster", "telegram"], []),
    deny: one<JsonValue>(["lobster"], []),
    entries: one<JsonValue>(
      { lobster: { enabled: true } },
      {
        "voice-call": {
          enabled: true,
          config: { provider: "twilio", inboundPolicy: "open" },
        },
      },
    ),
  }),
});

describe("fixes of what agents may do", () => {
  it("remove their finding, open nothing as bad, and change exactly what they declare", () => {
    let exercised = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(config, fc.constantFrom(...profiles), (value, profile) => {
        const text = JSON.stringify(value, null, 2);
        const analysis = analyse(text, { profile });
        const before = analysis.diagnosis;
        const known = new Set(before.problems.map(identityOf));
        for (const problem of before.problems) {
          for (const { edits, fix, title } of provenFixes(analysis, problem)) {
            exercised += 1;
            kinds.add(problem.code);
            const fixed = applyEdits(
              text,
              edits.flatMap((each) => each.edits),
            );
            const after = analyse(fixed, { profile }).diagnosis;
            const said = `${problem.code}: ${title}\n${text}\n→\n${fixed}`;
            assert.ok(
              !after.problems.some(
                (other) => identityOf(other) === identityOf(problem),
              ),
              `the finding is still there: ${said}`,
            );
            if (problem.effect !== "refused") {
              const worse = after.problems.filter(
                (other) =>
                  !known.has(identityOf(other)) &&
                  isAtLeast(other.severity, problem.severity),
              );
              assert.deepEqual(
                worse.map(({ code }) => code),
                [],
                said,
              );
            }
            if (before.accepted) assert.ok(after.accepted, said);
            if (isSettingFix(fix))
              assert.ok(
                sameValue(
                  JSON.parse(fixed) as JsonValue,
                  changedValue(value, fix.changes),
                ),
                said,
              );
          }
        }
      }),
      { numRuns: 80 },
    );
    assert.ok(exercised > 500, `only ${exercised} fixes were exercised`);
    assert.ok(kinds.size >= 25, `only ${[...kinds].sort().join(", ")}`);
  });
});
