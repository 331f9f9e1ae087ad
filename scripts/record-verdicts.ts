// npm run record-verdicts [PART...]: asks the real release about every case of test/conformance/cases whose name holds one
// of the parts, and writes its verdict beside the case. Afterwards the tests need no network and no release.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import JSON5 from "json5";
import type { JsonValue } from "../server/src/core/json5/nodes.ts";
import { targetRelease } from "../server/src/core/dialects/clawdbot/release.ts";
import { ownVariables } from "../server/src/core/dialects/clawdbot/files.ts";
import { listCases, type Case, type Values } from "./conformance/cases.ts";
import {
  recordedAudit,
  recordedIssue,
  type RecordedAnswer,
  type RecordedIssue,
  type RecordedStart,
  type RecordedVerdict,
} from "./conformance/recorded-verdict.ts";
import { repair } from "./conformance/repaired-copy.ts";
import { askOracle, type Question } from "./oracle/ask-release.ts";
import type { Verdict } from "./oracle/verdict.ts";

const root = process.cwd();
const parts = process.argv.slice(2);
/** A case that still fails after this many repairs is given up. */
const mostRepairs = 4;

const secret = "a-secret-for-the-recording-0123456789abcdef";
const ownValues: { readonly [state in keyof RecordedStart]: Values } = {
  unset: {},
  token: { [ownVariables.gatewayToken]: secret },
  password: { [ownVariables.gatewayPassword]: secret },
  both: {
    [ownVariables.gatewayToken]: secret,
    [ownVariables.gatewayPassword]: secret,
  },
};
const ownStates = ["unset", "token", "password", "both"] as const;

async function ask(
  questions: readonly Question[],
): Promise<readonly Verdict[]> {
  if (questions.length === 0) return [];
  const verdicts = await askOracle(root, questions);
  for (const { file, error, pluginsMissing } of verdicts) {
    if (error !== undefined) throw new Error(`${file}: ${error}`);
    if (pluginsMissing !== undefined)
      throw new Error(
        `these channel plugins did not load, so verdicts are worthless: ${pluginsMissing.join(", ")}`,
      );
  }
  return verdicts;
}

const allCases = listCases();
const cases = allCases.filter(
  ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
);

// First round: each case, with each set of values, under the four states of the gateway's own variables.
const first = cases.flatMap((each) =>
  valuesOf(each).flatMap((values) =>
    ownStates.map((own) => ({
      file: resolve(each.file),
      env: { ...ownValues[own], ...values },
    })),
  ),
);
const answers = (await ask(first)).values();
const take = (): Verdict => {
  const { value } = answers.next();
  if (value === undefined) throw new Error("the release gave too few verdicts");
  return value;
};

interface Work {
  readonly case: Case;
  readonly empty: RecordedAnswer;
  readonly given: RecordedAnswer[];
  readonly names: readonly string[];
  readonly later: Map<string, RecordedIssue>;
  readonly migrated: object | undefined;
  isMigratedAccepted: boolean;
  copy: { value: JsonValue; issues: readonly RecordedIssue[] } | undefined;
  variables: { [name: string]: string };
}

const works = cases.map((each): Work => {
  const given: RecordedAnswer[] = [];
  let bare: Verdict | undefined;
  for (const values of valuesOf(each)) {
    const byState = ownStates.map((state) => [state, take()] as const);
    const [, plain] = byState[0] ?? [];
    if (plain === undefined) throw new Error("no states");
    bare ??= plain;
    given.push(
      answerOf(plain, byState, each.values.length > 0 ? values : undefined),
    );
  }
  if (bare === undefined) throw new Error("no question was asked");
  const issues = given[0]?.issues ?? [];
  return {
    case: each,
    empty: {
      accepted: bare.valid,
      issues: bare.issues.map(recordedIssue),
    },
    given,
    names: bare.variables ?? [],
    later: new Map(),
    migrated: bare.migrated,
    isMigratedAccepted: false,
    copy:
      issues.length > 0 &&
      issues.every(({ stage }) => stage === "content" || stage === "legacy") &&
      !each.file.endsWith("clawdbot.json")
        ? { value: parse(each.file), issues }
        : undefined,
    variables: {},
  };
});

// One variable at a time unset: which place does the release name?
const unset = works.flatMap((work) =>
  work.names.map((name) => ({
    work,
    name,
    question: { file: resolve(work.case.file), env: { [name]: "" } },
  })),
);
const named = await ask(unset.map(({ question }) => question));
for (const [index, { work, name }] of unset.entries()) {
  const [issue] = (named[index]?.issuesEnv ?? []).map(recordedIssue);
  if (issue?.stage === "variable") work.variables[name] = issue.path;
}

// Then the places it complained about are taken away, and it is asked about what is left.
const folder = mkdtempSync(join(tmpdir(), "repaired-"));
try {
  const migrated = works.filter((work) => work.migrated !== undefined);
  const verdicts = await ask(
    migrated.map((work, index) => {
      const file = join(folder, `migrated-${index}.json`);
      writeFileSync(file, JSON.stringify(work.migrated));
      return { file, env: {} };
    }),
  );
  for (const [index, work] of migrated.entries())
    work.isMigratedAccepted = verdicts[index]?.validEnv === true;
  for (let round = 0; round < mostRepairs; round++) {
    const pending = works.filter(
      ({ copy }) => copy !== undefined && repair(copy.value, copy.issues),
    );
    if (pending.length === 0) break;
    const questions = pending.map(({ copy }, index) => {
      const file = join(folder, `${round}-${index}.json`);
      writeFileSync(file, JSON5.stringify(copy?.value));
      return { file, env: {} };
    });
    const verdicts = await ask(questions);
    for (const [index, work] of pending.entries()) {
      const issues = (verdicts[index]?.issuesEnv ?? []).map(recordedIssue);
      for (const issue of issues) work.later.set(JSON.stringify(issue), issue);
      if (work.copy !== undefined) work.copy.issues = issues;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const work of works) {
  const { case: each, empty, given, later, variables } = work;
  const verdict: RecordedVerdict = {
    empty,
    given,
    later: [...later.values()],
    ...(work.migrated === undefined
      ? {}
      : {
          migrated: {
            value: work.migrated,
            accepted: work.isMigratedAccepted,
          },
        }),
    variables,
  };
  writeFileSync(each.verdictFile, `${JSON.stringify(verdict, undefined, 2)}\n`);
}
writeFileSync(
  "test/conformance/release.json",
  `${JSON.stringify({ package: "clawdbot", version: targetRelease, cases: allCases.length }, undefined, 2)}\n`,
);
const accepted = works.filter(({ given }) => given.some((a) => a.accepted));
console.log(
  `${works.length} cases recorded: ${accepted.length} accepted, ${works.length - accepted.length} refused. Last: ${basename(works.at(-1)?.case.file ?? "")}`,
);

function valuesOf(each: Case): readonly Values[] {
  return each.values.length === 0 ? [{}] : each.values;
}

function parse(file: string): JsonValue {
  return JSON5.parse<JsonValue>(readFileSync(file, "utf8"));
}

function answerOf(
  plain: Verdict,
  byState: readonly (readonly [keyof RecordedStart, Verdict])[],
  values: Values | undefined,
): RecordedAnswer {
  const startsWith = (state: keyof RecordedStart): boolean =>
    byState.find(([each]) => each === state)?.[1].starts?.ok === true;
  const starts: RecordedStart = {
    unset: startsWith("unset"),
    token: startsWith("token"),
    password: startsWith("password"),
    both: startsWith("both"),
  };
  const isOneWord = ownStates.every((state) => starts[state] === starts.unset);
  return {
    ...(values === undefined ? {} : { values }),
    accepted: plain.validEnv,
    issues: plain.issuesEnv.map(recordedIssue),
    ...(plain.validEnv
      ? {
          starts: isOneWord ? starts.unset : starts,
          audit: recordedAudit(plain),
        }
      : {}),
  };
}
