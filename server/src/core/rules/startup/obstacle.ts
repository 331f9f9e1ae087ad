import type { GatewayAuth } from "../../access/gateway-auth.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";
import type { SeverityByProfile } from "../rule.ts";

export const gatewayModePatterns = [
  "gateway.mode",
] as const satisfies readonly WatchPattern[];

/** Whether the file belongs to a client of a gateway elsewhere; what stops a gateway of its own is then of no interest. */
export const isClientFile = (config: ConfigView): boolean =>
  is(config.at("gateway.mode"), "remote");

/** A gateway that certainly does not start is an error; one that may start where it runs is worth a word. */
export const mayStart = {
  severity: { recommended: "info", strict: "info" },
  hangsOn: "variable",
} as const satisfies {
  readonly severity: SeverityByProfile;
  readonly hangsOn: "variable";
};

/** The parts of a finding that depend on whether a variable decides. */
export const hanging = (decides: boolean): Partial<typeof mayStart> =>
  decides ? mayStart : {};

/** Whether the mode is a variable's value, one that the schema can accept. */
export const isModeOpen = ({ mode, modeSource }: GatewayAuth): boolean =>
  mode === "unknown" && modeSource.state === "env";

/** `${A} and ${B}`, as the file writes them; nothing for a value that is written out. */
export const namesIn = (lookup: Lookup): string =>
  lookup.state === "env"
    ? lookup.names.map((name) => `\${${name}}`).join(" and ")
    : "";
