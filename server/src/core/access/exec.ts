import type { WatchPattern } from "../config/watch-patterns.ts";
import { defaults } from "../dialects/clawdbot/defaults.ts";
import { elevatedAccess, elevatedPatterns } from "./elevated.ts";
import { oncePerView } from "./once-per-view.ts";
import { chosen, type Chosen } from "./sandboxes.ts";
import {
  usableToolPatterns,
  usableTools,
  type UsableTools,
} from "./usable-tools.ts";

export const execHosts = ["sandbox", "gateway", "node"] as const;
export const execSecurities = ["deny", "allowlist", "full"] as const;
export const execAsks = ["off", "on-miss", "always"] as const;

/**
 * How agents run commands (agents/bash-tools.exec.js). Only `tools.exec` counts: an agent's own `tools.exec` is not read
 * where the gateway runs commands (agents/pi-tools.js, resolveExecConfig).
 */
export interface ExecAccess {
  readonly host: Chosen<(typeof execHosts)[number]>;
  /** Counts for the hosts `gateway` and `node`, and for elevated commands; the host `sandbox` never asks for it. */
  readonly security: Chosen<(typeof execSecurities)[number]>;
  /** The same. */
  readonly ask: Chosen<(typeof execAsks)[number]>;
  /**
   * Agents with sessions whose commands run on the gateway's own computer without approval: the host is `sandbox`, and no
   * container holds them.
   */
  readonly unguarded: readonly UsableTools[];
  /** Whether some people's commands leave the sandbox for the gateway's computer, where `security` and `ask` count. */
  readonly elevated: boolean;
}

export const execPatterns = [
  ...usableToolPatterns,
  ...elevatedPatterns,
  "tools.exec.host",
  "tools.exec.security",
  "tools.exec.ask",
] as const satisfies readonly WatchPattern[];

/** Whether some session of the agent runs outside containers: all of them, or its main one. */
export const leavesContainers = ({ sandbox }: UsableTools): boolean =>
  sandbox.mode.value === "off" || sandbox.mode.value === "non-main";

export const execAccess = oncePerView((config): ExecAccess => {
  const host = chosen(config.at("tools.exec.host"), execHosts, "sandbox");
  const { enabled, providers } = elevatedAccess(config);
  return {
    host,
    security: chosen(
      config.at("tools.exec.security"),
      execSecurities,
      host.value === "sandbox" ? "deny" : "allowlist",
    ),
    ask: chosen(config.at("tools.exec.ask"), execAsks, defaults.execAsk),
    unguarded:
      host.value === "sandbox"
        ? usableTools(config).filter(
            (agent) => leavesContainers(agent) && agent.onHost("exec"),
          )
        : [],
    elevated:
      enabled && providers.some(({ senders }) => senders.entries.length > 0),
  };
});
