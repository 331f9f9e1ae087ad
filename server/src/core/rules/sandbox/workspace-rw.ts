import { hostFolder, type HostFolder } from "../../access/host-folders.ts";
import {
  byPlace,
  sandboxes,
  sandboxPatterns,
  type AgentSandbox,
} from "../../access/sandboxes.ts";
import {
  lookupOf,
  type ConfigView,
  type Lookup,
} from "../../config/config-view.ts";
import { defineRule, type RelatedPlace } from "../rule.ts";
import { named, notAudited } from "./named.ts";

/** A workspace that is more than a folder for the agent. */
interface WideWorkspace {
  readonly lookup: Lookup;
  readonly folder: HostFolder;
}

/** The agent's workspace, if it is written and holds more than an agent's own files. */
function wideWorkspace(
  config: ConfigView,
  { agent }: AgentSandbox,
): WideWorkspace | undefined {
  const own = agent?.node.get("workspace");
  const lookup =
    own === undefined || agent === undefined
      ? config.at("agents.defaults.workspace")
      : lookupOf(own, [...agent.path, "workspace"]);
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  const folder = hostFolder(lookup.value);
  return folder && { lookup, folder };
}

export const sandboxWorkspaceRw = defineRule({
  code: "sandbox.workspace_rw",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.workspace",
    "agents.list[].workspace",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox may change the agent's real workspace",
    why: "The workspace holds the agent's own instructions, its memory and its skills. Who talks the agent into changing them has a say in every later conversation, those outside the sandbox included.",
    remedy:
      'Use `workspaceAccess: "none"`, the default, where the sandbox works on a copy of its own, or `"ro"`.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", workspaceAccess: "rw" } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", workspaceAccess: "none" } } },
}`,
    since: "next",
    calm: 'It needs `workspaceAccess: "rw"` and a sandbox that is on. It is an info unless the workspace is a home folder, holds logins, or is the whole disk: then it is an error.',
    upstream: notAudited,
  },
  *check(config) {
    const writing = sandboxes(config).on.filter(
      ({ workspaceAccess }) => workspaceAccess.value === "rw",
    );
    if (writing.length === 0) return;
    for (const place of byPlace(writing, (agent) => agent.workspaceAccess)) {
      const wide = place.agents
        .map((agent) => wideWorkspace(config, agent))
        .find((found) => found !== undefined);
      const related: RelatedPlace[] =
        wide === undefined
          ? []
          : [{ at: wide.lookup, message: `This is ${wide.folder.what}` }];
      yield {
        at: place.lookup,
        message:
          wide === undefined
            ? `The sandbox${named(place.agents)} may change the real workspace`
            : `The sandbox${named(place.agents)} may change ${wide.folder.what}`,
        ...(wide === undefined
          ? {}
          : { severity: { recommended: "error", strict: "error" } as const }),
        related,
        fixes: [
          {
            title: "Let the sandbox work on a copy of its own",
            safety: "review",
            preferred: true,
            asks: "What the agent writes will no longer show up in the real workspace.",
            changes: [{ op: "set", path: place.lookup.path, value: "none" }],
          },
          {
            title: "Let the sandbox only read the workspace",
            safety: "review",
            asks: "The agent will no longer be able to write files at all.",
            changes: [{ op: "set", path: place.lookup.path, value: "ro" }],
          },
        ],
      };
    }
  },
});
