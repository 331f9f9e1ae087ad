import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { environmentModes } from "../../server/src/core/config/environment.ts";
import { problemKinds } from "../../server/src/core/features/problem-kinds.ts";
import { identityOf } from "../../server/src/core/features/problem.ts";
import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import { registry } from "../../server/src/core/rules/registry.generated.ts";
import { profiles, type Rule } from "../../server/src/core/rules/rule.ts";
import {
  analyse,
  noEnvironmentFile,
  type AnalyseOptions,
} from "../support/analyse.ts";
import { findingsOf } from "../support/check-rule.ts";

const folder = "server/src/core/rules";

/** Defaults worth a word to everybody, an open gateway and one that does not start, and what the audit tells everybody. */
const speaksOnNothing = new Set([
  "gateway.loopback_no_auth",
  "gateway.trusted_proxies_missing",
  "startup.mode_not_local",
]);

/** Defaults that the strict profile alone judges. */
const speaksOnNothingInStrict = new Set([
  "sandbox.off",
  "tools.exec_without_approvals",
]);

/** `tools.elevated.allowFrom.wildcard` → `tools/elevated-allow-from-wildcard`. */
function fileOf(code: string): string {
  const [first = "", ...rest] = code.split(".");
  const kebab = rest
    .join("-")
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replaceAll("_", "-");
  return `${first}/${kebab}`;
}

/** The milder profile in which a rule speaks, and the environment and the machine that an example needs. */
function optionsFor(rule: Rule, example: "bad" | "good"): AnalyseOptions {
  const profile =
    ["recommended", "strict", "upstream"].find(
      (each) => rule.severity[each as keyof typeof rule.severity] !== undefined,
    ) ?? "recommended";
  return {
    profile: profile as "recommended" | "strict" | "upstream",
    environmentFile: noEnvironmentFile,
    ...(rule.code === "config.env_unset"
      ? { environment: environmentModes.empty }
      : {}),
    machine: rule.docs.machine?.[example],
  };
}

describe("every rule", () => {
  it("is listed once, in a file named after its code, with a test beside it", () => {
    const listed = registry.map(({ code }) => fileOf(code));
    assert.equal(new Set(listed).size, listed.length);
    for (const name of listed) {
      assert.ok(existsSync(join(folder, `${name}.ts`)), name);
      assert.ok(existsSync(join("test/rules", `${name}.test.ts`)), name);
    }
  });

  it("is not forgotten in the registry", () => {
    const declaring = readdirSync(folder, {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile() && entry.parentPath !== folder)
      .map((entry) => join(entry.parentPath, entry.name))
      // The others hold what several rules share.
      .filter((file) => readFileSync(file, "utf8").includes("defineRule({"))
      .map((file) => file.slice(folder.length + 1).replace(/\.ts$/, ""));
    assert.deepEqual(
      declaring.sort(),
      registry.map(({ code }) => fileOf(code)).sort(),
    );
  });

  it("says which variables its findings hang on, if it speaks of one", () => {
    const speaking = registry
      .map(({ code }) => join(folder, `${fileOf(code)}.ts`))
      .filter((file) =>
        /unlessSet\(|is set where the gateway runs/.test(
          readFileSync(file, "utf8"),
        ),
      );
    assert.ok(speaking.length >= 8, `only ${speaking.join()}`);
    const silent = speaking.filter(
      (file) => !/\bhinges\b[:,]/.test(readFileSync(file, "utf8")),
    );
    assert.deepEqual(silent, []);
  });

  for (const rule of registry) {
    describe(rule.code, () => {
      const options = optionsFor(rule, "bad");
      const cured = optionsFor(rule, "good");
      it("tells the truth in its examples", () => {
        assert.equal(findingsOf(rule, rule.docs.bad, options).length, 1);
        assert.equal(findingsOf(rule, rule.docs.good, cured).length, 0);
        const before = analyse(rule.docs.bad, options).diagnosis;
        const after = analyse(rule.docs.good, cured).diagnosis;
        const known = new Set(before.problems.map(identityOf));
        assert.deepEqual(
          after.problems.filter((problem) => !known.has(identityOf(problem))),
          [],
          "the cure brings a problem of its own",
        );
        assert.ok(after.accepted, "the good example is accepted");
      });
      it("has a fix that stands its proof, if it promises one", () => {
        const analysis = analyse(rule.docs.bad, options);
        const problem = analysis.diagnosis.problems.find(
          ({ code }) => code === rule.code,
        );
        assert.ok(problem);
        const count = provenFixes(analysis, problem).length;
        if (rule.fixable === "never") assert.equal(count, 0);
        else assert.ok(count > 0);
      });
      it("prefers at most one fix", () => {
        for (const problem of analyse(rule.docs.bad, options).diagnosis
          .problems) {
          assert.ok(
            problem.fixes.filter(({ preferred }) => preferred === true)
              .length <= 1,
          );
        }
      });
      it("is silent on an empty object, unless its profile judges defaults", () => {
        if (speaksOnNothing.has(rule.code)) return;
        for (const profile of profiles) {
          const count = findingsOf(rule, "{}", { profile }).length;
          const isJudged =
            profile === "strict" && speaksOnNothingInStrict.has(rule.code);
          assert.equal(count, isJudged ? 1 : 0);
        }
      });
      if (rule.code.startsWith("fs.") || rule.docs.machine !== undefined) {
        it("is silent where nobody has looked at the machine, and for the audit's profile", () => {
          const { bad, machine } = rule.docs;
          assert.ok(machine, "an example shows the machine");
          const files = Object.entries(machine.bad.texts ?? {}).map(
            ([name, text]) => [`/config/${basename(name)}`, text] as const,
          );
          assert.deepEqual(
            findingsOf(rule, bad, {
              profile: "strict",
              files: Object.fromEntries(files),
            }),
            [],
          );
          assert.deepEqual(
            findingsOf(rule, bad, {
              profile: "upstream",
              machine: machine.bad,
            }),
            [],
          );
        });
      }
    });
  }
});

describe("every kind of problem", () => {
  it("has a code of its own", () => {
    const codes = problemKinds.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z][\w.-]*\.[\w.-]+$/i);
  });
  it("says what, why and what to do", () => {
    for (const { code, docs } of problemKinds) {
      for (const text of [
        docs.summary,
        docs.why,
        docs.remedy,
        docs.bad,
        docs.good,
      ])
        assert.ok(text.trim() !== "" || code === "syntax.empty", code);
    }
  });
});
