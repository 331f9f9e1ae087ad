import assert from "node:assert/strict";
import { sandboxDockerBinds } from "../../../server/src/core/rules/sandbox/docker-binds.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "sandbox.docker_binds";
const all = (bind: string) =>
  `{ agents: { defaults: { sandbox: { mode: "all", docker: { binds: [${JSON.stringify(bind)}] } } } } }`;
const error = "recommended error, strict error";

describe(code, () => {
  it("looks at everybody's mounts and an agent's own, which add up", () =>
    check(
      sandboxDockerBinds,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", docker: { binds: [
      "/:/host:ro",
    //^^^^^^^^^^^^ sandbox.docker_binds
    ] } } },
    list: [
      { id: "a", sandbox: { docker: { binds: ["/srv/books:/books:ro", "/home/me/.ssh:/root/.ssh:ro"] } } },
      //                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sandbox.docker_binds
    ],
  },
}`,
    ));
  for (const [bind, expected] of [
    ["/var/run/docker.sock:/var/run/docker.sock", error],
    ["/var/run/docker.sock:/d.sock:ro", error],
    ["/run/user/1000/podman/podman.sock:/p.sock", error],
    ["//./pipe/docker_engine://./pipe/docker_engine", error],
    ["/:/host:ro", error],
    ["/../:/host:ro", error],
    ["/root:/r:ro", error],
    ["/home:/h:ro", error],
    ["/home/me:/h:ro", error],
    ["/home/me/:/h", error],
    ["/Users/me:/h:ro", error],
    ["C:\\Users\\me:/h:ro", error],
    ["/home/me/.aws:/a:ro", error],
    ["/home/me/.config/gcloud:/g:ro", error],
    ["/home/me/.clawdbot:/c:ro", error],
    ["${HOME}/.ssh:/s:ro", error],
    ["${HOME}:/s:ro", error],
    ["~/.ssh:/s:ro", error],
    ["/etc:/etc", error],
    ["/proc:/p", error],
    ["/etc:/etc:ro", "recommended warning, strict error"],
    ["/sys/fs/cgroup:/sys/fs/cgroup:ro", "recommended warning, strict error"],
    ["/srv/books:/books", "recommended info, strict warning"],
    ["/home/me/books:/books:rw", "recommended info, strict warning"],
    ["/home/me/books:/books:z", "recommended info, strict warning"],
    ["D:\\books:/books", "recommended info, strict warning"],
    ["/srv/books:/books:ro", ""],
    ["/srv/books:/books:ro,z", ""],
    ["/etc/localtime:/etc/localtime:ro", ""],
    ["books:/books", ""],
    ["${BOOKS}:/books", ""],
    ["/books", ""],
  ] as const) {
    it(`${bind}: ${expected || "silent"}`, () =>
      assert.equal(severities(sandboxDockerBinds, all(bind)), expected));
  }
  for (const [bind, expected] of [
    ["/srv/books:/books", "/srv/books:/books:ro"],
    ["/srv/books:/books:rw", "/srv/books:/books:ro"],
    ["/srv/books:/books:z", "/srv/books:/books:z,ro"],
    ["/srv/books:/books:rw,z", "/srv/books:/books:z,ro"],
    ["/srv/books:/books:", "/srv/books:/books:ro"],
    ["C:\\books:/books", "C:\\books:/books:ro"],
  ] as const) {
    it(`mounts ${bind} read-only`, () =>
      assert.equal(
        afterFix(all(bind), code, "Mount it read-only"),
        all(expected),
      ));
  }
  it("does not offer to read what must not be read either", () =>
    assert.deepEqual(offered(all("/home/me:/h"), code), [
      "Take the mount away",
    ]));
  it("keeps the other mounts", () =>
    assert.equal(
      afterFix(
        `{ agents: { defaults: { sandbox: { mode: "all", docker: { binds: ["/srv/a:/a:ro", "/:/h"] } } } } }`,
        code,
        "Take the mount away",
      ),
      `{ agents: { defaults: { sandbox: { mode: "all", docker: { binds: ["/srv/a:/a:ro"] } } } } }`,
    ));
});
