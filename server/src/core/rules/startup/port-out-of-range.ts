import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import {
  ownVariablePatterns,
  ownVariableState,
} from "../../access/own-variables.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "./obstacle.ts";

/** The last port there is; the schema has no upper limit (config/zod-schema.js). */
const last = 65535;

export const startupPortOutOfRange = defineRule({
  code: "startup.port_out_of_range",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: ["gateway.port", ...ownVariablePatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway's port does not exist",
    why: 'Ports end at 65535. Clawdbot accepts a higher number in the file, and the gateway then ends with "Gateway failed to start: failed to bind gateway socket on ws://127.0.0.1:99999", naming its own address, because the port has to be below 65536.',
    remedy:
      "Choose a port from 1024 to 65535, or remove it: 18789 is the default.",
    bad: `{ gateway: { mode: "local", port: 187890, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", port: 18789, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It needs a number above 65535. `CLAWDBOT_GATEWAY_PORT` comes before the file, so the message names it where nobody knows whether it is set.",
    upstream: {
      relation: "ours",
      reason: "The audit does not ask whether the gateway starts.",
    },
  },
  *check(config) {
    const port = config.at("gateway.port");
    if (
      port.state !== "set" ||
      typeof port.value !== "number" ||
      // Anything but a whole number is refused, and told at the same word.
      !Number.isInteger(port.value) ||
      port.value <= last
    )
      return;
    const override = ownVariableState(config, ownVariables.gatewayPort);
    if (override === "set" || isClientFile(config)) return;
    const isOpen = override === "unknown";
    yield {
      at: port,
      ...(isOpen ? { hangsOn: "variable" as const } : {}),
      message: `gateway.port is ${port.value}, and ports end at ${last}, so the gateway does not start${isOpen ? `, unless ${ownVariables.gatewayPort} is set where it runs` : ""}`,
      fixes: [
        {
          title: `Use the default port, ${defaults.gatewayPort}`,
          safety: "review",
          preferred: true,
          asks: "Clients have to use the same port.",
          changes: [
            {
              op: "set",
              path: ["gateway", "port"],
              value: defaults.gatewayPort,
            },
          ],
        },
      ],
    };
  },
});
