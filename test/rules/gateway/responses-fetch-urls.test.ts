import assert from "node:assert/strict";
import { gatewayResponsesFetchUrls } from "../../../server/src/core/rules/gateway/responses-fetch-urls.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.responses_fetch_urls";
const file = (responses: string): string =>
  `{ gateway: { mode: "local", auth: { token: "\${T}" }, http: { endpoints: { responses: { ${responses} } } } } }`;

describe(code, () => {
  it("points at the endpoint where the default allows addresses", () =>
    check(
      gatewayResponsesFetchUrls,
      `{
  gateway: { http: { endpoints: { responses: { enabled: true } } } },
  //                                                    ^^^^ gateway.responses_fetch_urls
}`,
    ));
  it("points at the setting that allows them", () =>
    check(
      gatewayResponsesFetchUrls,
      `{
  gateway: { http: { endpoints: { responses: { enabled: true, files: { allowUrl: true } } } } },
  //                                                                             ^^^^ gateway.responses_fetch_urls
}`,
    ));
  for (const [responses, expected] of [
    [`enabled: true`, ["info", "warning"]],
    [`enabled: true, files: { allowUrl: false }`, ["info", "warning"]],
    [
      `enabled: true, files: { allowUrl: false }, images: { allowUrl: false }`,
      ["silent", "silent"],
    ],
    [`enabled: false, files: { allowUrl: true }`, ["silent", "silent"]],
    [`files: { allowUrl: true }`, ["silent", "silent"]],
  ] as const)
    it(responses, () =>
      assert.deepEqual(inProfiles(code, file(responses)), expected),
    );
  it("forbids what is still allowed", () =>
    assert.deepEqual(
      fixesByTitle(
        code,
        file(`enabled: true, files: { allowUrl: false, maxBytes: 10 }`),
      ),
      {
        "Fetch nothing for requests": file(
          `enabled: true, files: { allowUrl: false, maxBytes: 10 }, images: { allowUrl: false }`,
        ),
      },
    ));
});
