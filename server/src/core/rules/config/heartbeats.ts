import type { ConfigView } from "../../config/config-view.ts";
import type { JSONPath } from "../../json5/nodes.ts";

/** The places where a heartbeat is described: once for all agents, and for each that has its own. */
export const heartbeats = (config: ConfigView): readonly JSONPath[] => [
  ["agents", "defaults", "heartbeat"],
  ...config
    .items("agents.list")
    .filter(({ lookup }) => lookup.node.get("heartbeat") !== undefined)
    .map(({ lookup }) => [...lookup.path, "heartbeat"]),
];
