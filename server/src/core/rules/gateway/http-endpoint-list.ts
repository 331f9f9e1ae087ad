import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { DottedPath } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";

/** The endpoints that run agents (gateway/server-http.js), with the address each answers at. */
const endpoints = [
  ["gateway.http.endpoints.chatCompletions.enabled", "/v1/chat/completions"],
  ["gateway.http.endpoints.responses.enabled", "/v1/responses"],
] as const satisfies readonly (readonly [DottedPath, string])[];

export const endpointPatterns = [
  "gateway.http.endpoints.chatCompletions.enabled",
  "gateway.http.endpoints.responses.enabled",
] as const satisfies readonly DottedPath[];

export interface OpenEndpoint {
  readonly enabled: Lookup;
  readonly address: string;
  readonly switchOff: Fix;
}

/** The endpoints that the file switches on. */
export function openEndpoints(config: ConfigView): readonly OpenEndpoint[] {
  return endpoints.flatMap(([path, address]) => {
    const enabled = config.at(path);
    if (!is(enabled, true)) return [];
    const switchOff: Fix = {
      title: `Switch ${address} off`,
      safety: "review",
      asks: `Programs that use ${address} will no longer be served.`,
      changes: [{ op: "set", path: path.split("."), value: false }],
    };
    return [{ enabled, address, switchOff }];
  });
}
