import assert from "node:assert/strict";
import fc from "fast-check";
import JSON5 from "json5";
import { parseEnvironmentFile } from "../../server/src/core/config/environment-file.ts";
import { proveFix } from "../../server/src/core/features/prove-fix.ts";
import { profiles } from "../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import {
  analyse,
  configFile,
  fixedSecret,
  noEnvironmentFile,
} from "../support/analyse.ts";

/** A secret that somebody made up, or none: what may be dropped. */
type Written = { readonly secret: string } | { readonly noSecret: string };

const characters = fc.constantFrom(
  ..."kwvpmxcdtbfg379 '\"`\\#$={}é𝒳".split(""),
);
/** Every secret begins and ends with a mark, so that it can be found again and none is the beginning of another. */
const madeUp = fc
  .tuple(
    fc.integer({ min: 100, max: 99_999 }),
    fc.array(characters, { minLength: 1, maxLength: 30 }),
  )
  .map(([number, rest]): Written => ({
    secret: `~${number}~${rest.join("")}~`,
  }));
const worthless = fc
  .constantFrom(
    "changeme",
    "your-token-here",
    "<token>",
    "${TOKEN}",
    "${token}",
    "",
  )
  .map((noSecret): Written => ({ noSecret }));
const value = fc.oneof(
  { weight: 4, arbitrary: madeUp },
  { weight: 1, arbitrary: worthless },
);

const written = (each: Written | undefined): string =>
  JSON.stringify(
    each === undefined
      ? "${OTHER}"
      : "secret" in each
        ? each.secret
        : each.noSecret,
  );

/** Members of the top level, each with holes for secrets. */
const members: readonly (readonly [number, (...values: string[]) => string])[] =
  [
    [1, (a) => `hooks: { enabled: true, token: ${a} }`],
    [
      1,
      (a) => `browser: { controlUrl: "https://b.example", controlToken: ${a} }`,
    ],
    [
      2,
      (a, b) =>
        `telegram: { botToken: ${a} }, channels: { telegram: { botToken: ${b} } }`,
    ],
    [
      1,
      (a) => `channels: { discord: { token: ${a}, nonsense: { key: ${a} } } }`,
    ],
    [2, (a, b) => `channels: { discord: { token: ${a}, token: ${b} } }`],
    [1, (a) => `channels: { slack: { botToken: [${a}], appToken: "\${A}" } }`],
    [
      1,
      (a) =>
        `models: { providers: { acme: { baseUrl: "https://a.example", models: [], apiKey: ${a}, headers: { Authorization: ${a} } } } }`,
    ],
    [1, (a) => `env: { vars: { SOME_API_KEY: ${a}, LANG: "C" } }`],
    [1, (a) => `apiKey: ${a}, auth: { token: ${a} }`],
    [1, (a) => `talk: { apiKey: ${a}, voice: "x" }`],
  ];

const config = fc
  .tuple(
    value,
    fc.boolean(),
    fc.subarray([...members], { minLength: 1, maxLength: 3 }),
    fc.array(value, { minLength: 6, maxLength: 6 }),
  )
  .map(([gateway, isToken, chosen, values]) => {
    const used: Written[] = [gateway];
    let next = 0;
    const parts = chosen.map(([holes, write]) => {
      const own = values.slice(next, next + holes);
      next += holes;
      used.push(...own);
      return write(...own.map(written));
    });
    const key = isToken ? "token" : "password";
    return {
      text: `{ gateway: { mode: "local", auth: { mode: "${key}", ${key}: ${written(gateway)} } }, ${parts.join(", ")} }`,
      secrets: used.flatMap((each) => ("secret" in each ? [each.secret] : [])),
    };
  });

/** Every text in a value, keys left out. */
function textsIn(each: unknown): readonly string[] {
  if (typeof each === "string") return [each];
  return typeof each === "object" && each !== null
    ? Object.values(each).flatMap(textsIn)
    : [];
}

describe("a fix that is offered", () => {
  it("loses no secret: it stands in the file, in .env, or a new one is in its place", () => {
    let proven = 0;
    let moved = 0;
    let replaced = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        config,
        fc.constantFrom(...profiles),
        ({ text, secrets }, profile) => {
          const analysis = analyse(text, {
            profile,
            environmentFile: noEnvironmentFile,
          });
          for (const problem of analysis.diagnosis.problems) {
            for (const fix of problem.fixes) {
              const proof = proveFix(analysis, problem, fix);
              if ("refusal" in proof) {
                if (proof.refusal === "loses a secret") refused += 1;
                continue;
              }
              proven += 1;
              const edits = (file: string) =>
                proof.proven.edits
                  .filter((each) => each.file === file)
                  .flatMap((each) => each.edits);
              const after = applyEdits(text, edits(configFile));
              const kept = parseEnvironmentFile(
                edits("/config/.env")
                  .map(({ content }) => content)
                  .join(""),
              );
              moved += kept.size;
              const left = textsIn(JSON5.parse(after));
              const raw = left.concat(...kept.values());
              // What the program never sees is looked for in the text itself.
              const isThere = (secret: string): boolean =>
                raw.includes(secret) || after.includes(JSON.stringify(secret));
              const lost = secrets.filter((secret) => !isThere(secret));
              if (left.includes(fixedSecret)) replaced += lost.length;
              const said = `${problem.code}: ${proof.proven.title}\n${text}\n→\n${after}`;
              // One new secret takes the place of one old secret.
              assert.ok(
                new Set(lost).size <= (left.includes(fixedSecret) ? 1 : 0),
                said,
              );
            }
          }
        },
      ),
      { numRuns: 800 },
    );
    assert.ok(proven > 500, `only ${proven} fixes were proved`);
    assert.ok(moved > 180, `only ${moved} secrets were moved`);
    assert.ok(replaced > 10, `only ${replaced} secrets were replaced`);
    assert.ok(refused > 60, `only ${refused} fixes were refused`);
  });
});
