import assert from "node:assert/strict";
import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../../server/src/core/access/gateway-auth.ts";
import {
  environmentModes,
  type EnvironmentStates,
} from "../../../server/src/core/config/environment.ts";
import { guarded, viewOf } from "./view-of.ts";

const token = "CLAWDBOT_GATEWAY_TOKEN";
const password = "CLAWDBOT_GATEWAY_PASSWORD";

const setAlone = (...names: readonly string[]): EnvironmentStates => ({
  ...environmentModes.empty,
  known: new Map(names.map((name) => [name, "set"])),
});

const authOf = (
  auth: object | undefined,
  environment: EnvironmentStates,
): ReturnType<typeof gatewayAuth> =>
  gatewayAuth(
    guarded(viewOf({ gateway: { auth } }, environment), gatewayAuthPatterns),
  );

describe("gatewayAuth", () => {
  // The right-hand sides are what resolveGatewayAuth of the release's gateway/auth.js returned when called with these:
  // the mode, and whether there was a token and a password.
  const table = [
    [undefined, [], "none", false, false],
    [{ mode: "token", token: "a" }, [], "token", true, false],
    [{ token: "a" }, [], "token", true, false],
    [{ password: "p" }, [], "password", false, true],
    [{ token: "a", password: "p" }, [], "password", true, true],
    [{ mode: "token", token: "a", password: "p" }, [], "token", true, true],
    [{ mode: "password", token: "a" }, [], "password", true, false],
    [{ mode: "token" }, [], "token", false, false],
    [{ token: "" }, [], "none", false, false],
    [{ token: "" }, [token], "none", false, false],
    [undefined, [token], "token", true, false],
    [undefined, [password], "password", false, true],
    [{ token: "a" }, [password], "password", true, true],
    [{ token: "a", password: "" }, [password], "token", true, false],
    [{ token: "  " }, [], "token", true, false],
    [{ mode: "password" }, [token], "password", true, false],
  ] as const;
  for (const [auth, variables, mode, hasToken, hasPassword] of table) {
    const given = variables.length === 0 ? "" : ` with ${variables.join()}`;
    it(`${JSON.stringify(auth) ?? "nothing"}${given} gives ${mode}`, () => {
      const found = authOf(auth, setAlone(...variables));
      assert.equal(found.mode, mode);
      assert.equal(found.tokenPresence === "present", hasToken);
      assert.equal(found.passwordPresence === "present", hasPassword);
      assert.deepEqual(found.hinges, [], "nothing is unknown here");
    });
  }

  const hinges = [
    [undefined, "none", [token, password]],
    [{ token: "" }, "none", [password]],
    [{ token: "", password: "" }, "none", []],
    [{ token: "a" }, "token", [password]],
    [{ password: "p" }, "password", []],
    [{ mode: "token" }, "token", [token]],
    [{ mode: "token", token: "a" }, "token", []],
    [{ mode: "password" }, "password", [password]],
    [{ mode: "${M}" }, "unknown", [token, password]],
    [{ mode: "none", token: "a" }, "unknown", [password]],
  ] as const;
  for (const [auth, mode, names] of hinges) {
    it(`${JSON.stringify(auth) ?? "nothing"} is ${mode} and hinges on ${names.join(" and ") || "nothing"}`, () => {
      const found = authOf(auth, environmentModes.unknown);
      assert.equal(found.mode, mode);
      assert.deepEqual(found.hinges, names);
    });
  }

  it("takes a reference for a secret that is there", () => {
    const found = authOf({ token: "${T}" }, environmentModes.unknown);
    assert.equal(found.mode, "token");
    assert.equal(found.token.state, "env");
  });

  it("says where each answer is written", () => {
    const found = authOf({ mode: "token" }, environmentModes.empty);
    assert.deepEqual(found.modeSource.path, ["gateway", "auth", "mode"]);
    assert.equal(found.modeSource.state, "set");
    assert.equal(found.token.state, "absent");
  });
});

describe("bindOf", () => {
  for (const [bind, value] of [
    [undefined, "loopback"],
    ["loopback", "loopback"],
    ["lan", "lan"],
    ["auto", "auto"],
    ["tailnet", "tailnet"],
    ["custom", "custom"],
    ["${BIND}", "unknown"],
    ["0.0.0.0", "unknown"],
    [8080, "unknown"],
  ] as const) {
    it(`${bind ?? "nothing"} is ${value}`, () => {
      const view = guarded(viewOf({ gateway: { bind } }), bindPatterns);
      const found = bindOf(view);
      assert.equal(found.value, value);
      assert.equal(found.lookup.state === "absent", bind === undefined);
    });
  }
});
