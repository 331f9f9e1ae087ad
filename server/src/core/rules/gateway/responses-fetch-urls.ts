import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

const kinds = ["files", "images"] as const;

export const gatewayResponsesFetchUrls = defineRule({
  code: "gateway.responses_fetch_urls",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    ...gatewayModePatterns,
    "gateway.http.endpoints.responses.enabled",
    "gateway.http.endpoints.responses.files.allowUrl",
    "gateway.http.endpoints.responses.images.allowUrl",
  ],
  fixable: "always",
  docs: {
    summary: "The responses endpoint fetches whatever address it is given",
    why: "A request to `/v1/responses` may hold addresses of files and images, and the gateway fetches them, from its place in the network and with its address. It refuses private addresses, but looks a name up once to check it and once more to fetch it, and a name can answer differently the second time. What is fetched goes to the model unchecked.",
    remedy:
      "Set `allowUrl` to false for `files` and `images`, and send the content itself.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, http: { endpoints: { responses: { enabled: true } } } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, http: { endpoints: { responses: { enabled: true, files: { allowUrl: false }, images: { allowUrl: false } } } } } }`,
    since: "next",
    calm: "It needs the endpoint switched on in the file. The default, which allows addresses, counts then as well.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the endpoints.",
    },
  },
  *check(config) {
    const enabled = config.at("gateway.http.endpoints.responses.enabled");
    if (!is(enabled, true) || isClientFile(config)) return;
    const base = ["gateway", "http", "endpoints", "responses"];
    const open = kinds.filter((kind) => {
      const allow = config.at([...base, kind, "allowUrl"]);
      return allow.state === "absent" || is(allow, true);
    });
    const [first] = open;
    if (first === undefined) return;
    const at = config.at([...base, first, "allowUrl"]);
    yield {
      at,
      place: at.state === "absent" ? enabled : at,
      message: `/v1/responses fetches ${open.join(" and ")} from any address that a request names`,
      fixes: [
        {
          title: "Fetch nothing for requests",
          safety: "review",
          preferred: true,
          asks: "Requests that name addresses instead of sending content will be refused.",
          changes: open.map((kind) => ({
            op: "merge",
            path: [...base, kind],
            value: { allowUrl: false },
          })),
        },
      ],
    };
  },
});
