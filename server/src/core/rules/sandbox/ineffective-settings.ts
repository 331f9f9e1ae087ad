import {
  sandboxes,
  sandboxPatterns,
  type AgentSandbox,
} from "../../access/sandboxes.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import type { PresentLookup } from "../../config/config-view.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule, pathText, type MaybeFixableFinding } from "../rule.ts";
import { notAudited } from "./named.ts";

const shared = ["agents", "defaults", "sandbox"];

/** Settings that say something about containers only. */
const containerSettings = ["docker", "browser", "prune", "workspaceAccess"];

const settingsIn = (
  block: ConfigNode | undefined,
  keys: readonly string[],
): readonly PresentLookup[] =>
  block?.kind === "object"
    ? keys.flatMap((key) => {
        const node = block.get(key);
        return node === undefined ? [] : [lookupOfNode(node)];
      })
    : [];

/** Settings of containers that no agent has. */
function* withoutContainer(
  block: ConfigNode | undefined,
  isOn: boolean,
): Iterable<MaybeFixableFinding> {
  const [first, ...others] = isOn ? [] : settingsIn(block, containerSettings);
  if (block === undefined || first === undefined) return;
  yield {
    at: first,
    message: `${pathText(first.path)} does nothing: the sandbox is off, and commands run on this computer`,
    related: others.map((at) => ({ at, message: "Does nothing either" })),
    fixes: [
      {
        title: "Switch the sandbox on",
        safety: "review",
        preferred: true,
        asks: "Commands will run in containers, which Docker has to provide.",
        changes: [{ op: "set", path: [...block.path, "mode"], value: "all" }],
      },
    ],
  };
}

/** An agent's own settings of a container that it shares. */
function* ofSharedContainer({
  own,
  scope,
}: AgentSandbox): Iterable<MaybeFixableFinding> {
  if (own === undefined || scope.value !== "shared") return;
  const [first, ...others] = settingsIn(own, ["docker", "browser", "prune"]);
  if (first === undefined) return;
  yield {
    at: first,
    message: `${pathText(first.path)} does nothing: the agent shares its container, which follows ${pathText(shared)} alone`,
    related: [
      ...others.map((at) => ({ at, message: "Does nothing either" })),
      { at: scope.lookup, message: "The container is shared here" },
    ],
    fixes: [
      {
        title: "Give the agent a container of its own",
        safety: "review",
        preferred: true,
        changes: [{ op: "set", path: [...own.path, "scope"], value: "agent" }],
      },
    ],
  };
}

/** `perSession` beside the newer `scope`, which alone is read. */
function* olderSpelling(
  block: ConfigNode | undefined,
): Iterable<MaybeFixableFinding> {
  const [perSession, scope] = settingsIn(block, ["perSession", "scope"]);
  if (perSession === undefined || scope === undefined) return;
  yield {
    at: perSession,
    message: `${pathText(perSession.path)} does nothing beside scope`,
    severity: noteAs("info"),
    related: [{ at: scope, message: "This one is read" }],
    fixes: [
      {
        title: "Remove perSession",
        safety: "safe",
        preferred: true,
        changes: [{ op: "remove", path: perSession.path }],
      },
    ],
  };
}

/** `sessionToolsVisibility` of one agent, which the program takes from the settings for all. */
function* visibilityOfOne({
  own: block,
}: AgentSandbox): Iterable<MaybeFixableFinding> {
  const [own] = settingsIn(block, ["sessionToolsVisibility"]);
  if (own === undefined) return;
  yield {
    at: own,
    message: `${pathText(own.path)} does nothing: the program reads ${pathText(shared)}.sessionToolsVisibility alone`,
    severity: noteAs("info"),
    fixes: [
      {
        title: "Remove it",
        safety: "safe",
        changes: [{ op: "remove", path: own.path }],
      },
    ],
  };
}

export const sandboxIneffectiveSettings = defineRule({
  code: "sandbox.ineffective_settings",
  effect: "note",
  severity: noteAs("warning"),
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker",
    "agents.defaults.sandbox.browser",
    "agents.defaults.sandbox.prune",
    "agents.list[].sandbox.docker",
    "agents.list[].sandbox.browser",
    "agents.list[].sandbox.prune",
    "agents.list[].sandbox.sessionToolsVisibility",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Settings of a sandbox that nothing reads",
    why: "Settings for containers look like protection. Where the sandbox is off there is no container; where agents share one, an agent's own settings for it do not count. Commands then have more in reach than the file makes believe.",
    remedy:
      'Switch the sandbox on with `mode: "all"`, give the agent a container of its own with `scope: "agent"`, or remove the settings.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { docker: { network: "none", memory: "1g" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { network: "none", memory: "1g" } } } },
}`,
    since: "next",
    calm: "It needs settings that only containers have, and a mode that is certainly off for every agent they are for. A mode from a variable counts as on.",
    upstream: notAudited,
  },
  *check(config) {
    const { agents, on } = sandboxes(config);
    const block = config.at("agents.defaults.sandbox");
    const everybody = block.state === "group" ? block.node : undefined;
    yield* withoutContainer(everybody, on.length > 0);
    yield* olderSpelling(everybody);
    for (const sandbox of agents) {
      if (sandbox.own === undefined) continue;
      yield* withoutContainer(sandbox.own, sandbox.isOn);
      if (sandbox.isOn) yield* ofSharedContainer(sandbox);
      yield* visibilityOfOne(sandbox);
      yield* olderSpelling(sandbox.own);
    }
  },
});
