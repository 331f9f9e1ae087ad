import assert from "node:assert/strict";
import { gatewayHttpEndpoints } from "../../../server/src/core/rules/gateway/http-endpoints.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const auth = `auth: { token: "\${T}" }`;
const chat = `http: { endpoints: { chatCompletions: { enabled: true } } }`;

describe("gateway.http_endpoints", () => {
  it("points at each endpoint that is on", () =>
    check(
      gatewayHttpEndpoints,
      `{
  gateway: { auth: { token: "\${T}" }, http: { endpoints: {
    chatCompletions: { enabled: true },
    //                          ^^^^ gateway.http_endpoints
    responses: { enabled: true },
    //                    ^^^^ gateway.http_endpoints
  } } },
}`,
    ));
  for (const [gateway, expected] of [
    [`${auth}, ${chat}`, ["info", "warning"]],
    // A rule of its own.
    [chat, ["silent", "silent"]],
    [`${auth}, ${chat.replace("true", "false")}`, ["silent", "silent"]],
    [`${auth}, ${chat.replace("true", `"\${ON}"`)}`, ["silent", "silent"]],
    [auth, ["silent", "silent"]],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        inProfiles(
          "gateway.http_endpoints",
          `{ gateway: { mode: "local", ${gateway} } }`,
        ),
        expected,
      ),
    );
  it("says who can try", () => {
    const messageOf = (more: string): string =>
      findingsOf(
        gatewayHttpEndpoints,
        `{ gateway: { ${auth}, ${chat}${more} } }`,
      )[0]?.message ?? "";
    assert.doesNotMatch(messageOf(""), /can try/);
    assert.match(
      messageOf(`, bind: "lan"`),
      /networks of this computer can try/,
    );
    assert.match(
      messageOf(`, tailscale: { mode: "funnel" }`),
      /internet can try/,
    );
  });
  it("switches the endpoint off", () =>
    assert.deepEqual(
      fixesByTitle(
        "gateway.http_endpoints",
        `{ gateway: { mode: "local", ${auth}, ${chat} } }`,
      ),
      {
        "Switch /v1/chat/completions off": `{ gateway: { mode: "local", ${auth}, ${chat.replace("true", "false")} } }`,
      },
    ));
});
