import assert from "node:assert/strict";
import { browserCdpRemoteHttp } from "../../../server/src/core/rules/browser/cdp-remote-http.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const code = "browser.cdp_remote_http";

describe(code, () => {
  it("looks at the common address and at every profile", () =>
    check(
      browserCdpRemoteHttp,
      `{ browser: {
  cdpUrl: "http://browser.example.com:9222",
  //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}
  profiles: {
    far: { cdpUrl: "http://192.168.1.5:9222", color: "00AA00" },
    //             ^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}
    near: { cdpUrl: "http://127.0.0.1:9222", color: "00AA00" },
  },
} }`,
    ));
  for (const [url, expected] of [
    ["http://203.0.113.7:9222", 1],
    ["http://nas.local:9222", 1],
    ["http://browserbox:9222", 1],
    ["http://browser.example.com/${TOKEN}", 1],
    ["https://203.0.113.7:9222", 0],
    ["http://localhost:9222", 0],
    ["http://[::1]:9222", 0],
    ["http://host.docker.internal:9222", 0],
    ["http://100.101.102.103:9222", 0],
    ["http://box.tail1234.ts.net:9222", 0],
    ["http://${HOST}:9222", 0],
    ["${URL}", 0],
    ["not a url", 0],
  ] as const) {
    it(`${url} gives ${expected}`, () =>
      assert.equal(
        findingsOf(browserCdpRemoteHttp, `{ browser: { cdpUrl: "${url}" } }`)
          .length,
        expected,
      ));
  }
  it("is silent when the browser is off", () =>
    check(
      browserCdpRemoteHttp,
      `{ browser: { enabled: false, cdpUrl: "http://203.0.113.7:9222" } }`,
    ));
  it("encrypts", () =>
    assert.equal(
      afterFix(
        `{ browser: { cdpUrl: "http://203.0.113.7:9222/x" } }`,
        code,
        "Use HTTPS",
      ),
      `{ browser: { cdpUrl: "https://203.0.113.7:9222/x" } }`,
    ));
});
