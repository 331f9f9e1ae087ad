import { syntaxProblems } from "../json5/syntax-problems.ts";
import { registry } from "../rules/registry.generated.ts";
import type { ProblemDocs, ProblemKind } from "../rules/rule.ts";
import { schemaProblemKinds } from "../schema/problem-kinds.ts";
import { lintProblemKinds } from "./lint-problem-kinds.ts";
import { loaderProblemKinds } from "./loader-problem-kinds.ts";

/** Every kind of problem there is, whatever finds it: the source of pages, of `explain` and of hovers. */
export const problemKinds: readonly ProblemKind[] = [
  ...syntaxProblems.map(({ code, ...docs }): ProblemKind => ({
    code,
    effect: "refused",
    docs,
  })),
  ...loaderProblemKinds,
  ...schemaProblemKinds,
  ...lintProblemKinds,
  ...registry,
];

const byCode = new Map(problemKinds.map((kind) => [kind.code, kind]));

/** The kind behind a code; undefined for a code that no release had. */
export const kindOf = (code: string): ProblemKind | undefined =>
  byCode.get(code);

/** What is written about a code. */
export const docsOf = (code: string): ProblemDocs | undefined =>
  byCode.get(code)?.docs;
