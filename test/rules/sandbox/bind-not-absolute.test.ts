import { sandboxBindNotAbsolute } from "../../../server/src/core/rules/sandbox/bind-not-absolute.ts";
import { check } from "../../support/check-rule.ts";

describe("sandbox.bind_not_absolute", () => {
  it("points at paths that Docker takes for names", () =>
    check(
      sandboxBindNotAbsolute,
      `{ agents: { defaults: { sandbox: { mode: "all", docker: { binds: [
  "~/books:/books:ro",
//^^^^^^^^^^^^^^^^^^^ sandbox.bind_not_absolute
  "./books:/books",
//^^^^^^^^^^^^^^^^ sandbox.bind_not_absolute
  "..:/books",
//^^^^^^^^^^^ sandbox.bind_not_absolute
  "books:/books",
  "/books:/books",
  "\${HOME}/books:/books",
  "C:/books:/books",
] } } } } }`,
    ));
  it("is silent where no container is made", () =>
    check(
      sandboxBindNotAbsolute,
      `{ agents: { defaults: { sandbox: { docker: { binds: ["~/b:/b"] } } } } }`,
    ));
});
