import assert from "node:assert/strict";
import type { PermissionFix } from "../../../server/src/core/config/fix.ts";
import type { MachineExample } from "../../../server/src/core/config/machine-example.ts";
import { chmodCommand } from "../../../server/src/core/features/chmod-command.ts";
import { fixAll } from "../../../server/src/core/features/fix-all.ts";
import { proveFix } from "../../../server/src/core/features/prove-fix.ts";
import { analyse } from "../../support/analyse.ts";

const config = "/home/me/.clawdbot/clawdbot.json";
const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } } }`;
const readable: MachineExample = {
  files: [
    "drwx------ ~/.clawdbot",
    "-rw-r--r-- ~/.clawdbot/clawdbot.json",
    "-rw-r--r-- ~/.clawdbot/agents/main/agent/auth-profiles.json",
  ],
};

/** Tries to leave these permissions on the problem's file. */
function prove(permissions: number, path = config, machine = readable) {
  const analysis = analyse(text, { machine });
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === "fs.config.perms_world_readable",
  );
  assert.ok(problem);
  const fix: PermissionFix = {
    title: "try",
    safety: "review",
    permissions: [{ path, permissions }],
  };
  return proveFix(analysis, problem, fix);
}

describe("the proof of a fix of permissions", () => {
  it("is given on a copy of the facts, and edits nothing", () => {
    const proof = prove(0o600);
    assert.ok("proven" in proof);
    assert.deepEqual(proof.proven.edits, []);
    assert.deepEqual(proof.proven.permissions, [
      { path: config, permissions: 0o600 },
    ]);
  });
  it("is refused when the finding stays", () => {
    assert.deepEqual(prove(0o644), { refusal: "still there" });
    assert.deepEqual(prove(0o600, "/home/me/.clawdbot"), {
      refusal: "still there",
    });
  });
  it("is refused for a fix that changes nothing", () => {
    const analysis = analyse(text, { machine: readable });
    const [problem] = analysis.diagnosis.problems;
    assert.ok(problem);
    assert.deepEqual(
      proveFix(analysis, problem, {
        title: "try",
        safety: "review",
        permissions: [],
      }),
      { refusal: "not expressible" },
    );
  });
  it("is never a way to give permissions: bits that are missing stay away", () =>
    // Were 0o602 set, the file could be changed by others.
    assert.ok("proven" in prove(0o602)));

  it("is none of what fixing all does", () => {
    const analysis = analyse(text, { machine: readable });
    assert.ok(analysis.diagnosis.problems.length >= 2);
    for (const review of [false, true])
      assert.deepEqual(fixAll(analysis, { review }), {
        text,
        applied: [],
        asks: [],
      });
  });
});

describe("the command for it", () => {
  for (const [path, command] of [
    ["/home/me/.clawdbot", "chmod 700 /home/me/.clawdbot"],
    ["/home/me/My Files/a", "chmod 700 '/home/me/My Files/a'"],
    ["/a'b; rm -r $HOME", `chmod 700 '/a'\\''b; rm -r $HOME'`],
  ] as const)
    it(command, () =>
      assert.equal(chmodCommand({ path, permissions: 0o700 }), command),
    );
});
