import { FullView, type Lookup } from "../config/config-view.ts";
import type { Place } from "../config/resolve-config.ts";
import { registry } from "../rules/registry.generated.ts";
import {
  severities,
  shownSeverity,
  type Finding,
  type Rule,
  type Severity,
} from "../rules/rule.ts";
import {
  runRules,
  type RuleFailure,
  type RuleFinding,
} from "../rules/run-rules.ts";
import { validateSchema } from "../schema/validate-schema.ts";
import { acceptRisks } from "./acceptance/accept-risks.ts";
import type { Analysis } from "./analysis.ts";
import { loaderProblems } from "./loader-problems.ts";
import { isVerdict, type Problem } from "./problem.ts";
import type { AcceptedRisk, CheckSettings } from "./settings.ts";
import {
  disguisedSecrets,
  problemWithoutSecrets,
} from "./problem-without-secrets.ts";
import { syntaxProblems } from "./syntax-problems.ts";

/** The verdict on one config. */
export interface Diagnosis {
  /** In text order, those of the root file first; what its owner accepted is among them, and marked. */
  readonly problems: readonly Problem[];
  /** What the schema has against values in damaged text: guesses, and told by nobody until the damage is repaired. */
  readonly guessed: readonly Problem[];
  /** Entries of the shared configuration that accept one of them, or one that the settings hide. */
  readonly usedEntries: ReadonlySet<AcceptedRisk>;
  /** Whether the program accepts the file, whatever profile, rules and suppressions say. */
  readonly accepted: boolean;
  /** Whether its gateway starts; null when it hangs on a variable nobody told us about. */
  readonly starts: boolean | null;
  /** Rules that threw: our bugs, for the log. */
  readonly failures: readonly RuleFailure[];
}

const startRules = registry.filter(({ effect }) => effect === "no-start");
const findingRules = registry.filter(({ effect }) => effect !== "no-start");

const isLookup = (at: Lookup | Place): at is Lookup => "state" in at;

const overlaps = (a: Place, b: Place): boolean =>
  a.file === b.file &&
  a.offset < b.offset + b.length &&
  b.offset < a.offset + a.length;

/** Parser, loader, schema and rules over one config, in one list. */
export function diagnose(analysis: Analysis): Diagnosis {
  const { resolved, view, input } = analysis;
  const problems: Problem[] = [
    ...syntaxProblems(resolved, input.situation.newSecret),
    ...loaderProblems(resolved),
  ];
  const placeOf = (at: Lookup | Place): Place => {
    if (!isLookup(at)) return at;
    return at.state === "absent"
      ? resolved.markOfMissing(at.path)
      : resolved.markOf(at.node);
  };
  const guessed: Problem[] = [];
  if (resolved.root !== undefined) {
    const damaged = problems.map(({ place }) => place);
    for (const { at, ...found } of validateSchema(resolved.root)) {
      // What stands in damaged text is a guess of the parser's: its fault is told already.
      const isGuess = damaged.some((place) => overlaps(place, at));
      (isGuess ? guessed : problems).push({
        ...found,
        effect: "refused",
        severity: "error",
        place: at,
        related: [],
      });
    }
  }
  const { situation, settings } = input;
  // Whether the gateway starts is asked in the environment in force, whatever the audit's profile takes it to be.
  const asItIs =
    view.environment === situation.environment
      ? view
      : new FullView(resolved, situation.environment);
  const isReadable = resolved.root !== undefined;
  const run = runRules(view, isReadable ? findingRules : [], situation);
  const start = runRules(asItIs, isReadable ? startRules : [], situation);
  const disguised = disguisedSecrets(resolved);
  const silent: Problem[] = [];
  for (const { rule, finding } of [...run.findings, ...start.findings]) {
    const severity = shownSeverity(settings.profile, rule, finding);
    const found = toProblem(rule, finding, severity ?? "hint", placeOf);
    (severity === undefined ? silent : problems).push(found);
  }
  const heard = withOverrides(
    problems.map((problem) => problemWithoutSecrets(problem, disguised)),
    settings.rules,
    silent,
  );
  const acceptance = acceptRisks(
    resolved,
    heard,
    silent,
    settings,
    situation.today,
  );
  const judged = [
    ...acceptance.problems,
    // The audit knows nothing of accepting.
    ...(settings.profile === "upstream"
      ? []
      : withOverrides(acceptance.about, settings.rules)),
  ];
  const order = new Map(resolved.files.map((file, rank) => [file, rank]));
  judged.sort(
    (a, b) =>
      (order.get(a.place.file) ?? 0) - (order.get(b.place.file) ?? 0) ||
      a.place.offset - b.place.offset ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const accepted = !problems.some((problem) => problem.effect === "refused");
  return {
    problems: judged,
    guessed,
    usedEntries: acceptance.used,
    accepted,
    starts: accepted && startsAfter(start.findings),
    failures: [...run.failures, ...start.failures],
  };
}

/** Whether the gateway of an accepted config starts, from what stands in its way. */
function startsAfter(obstacles: readonly RuleFinding[]): boolean | null {
  if (obstacles.some(({ finding }) => finding.hangsOn === undefined))
    return false;
  return obstacles.some(({ finding }) => finding.hangsOn === "variable")
    ? null
    : true;
}

function toProblem(
  rule: Rule,
  finding: Finding,
  severity: Severity,
  placeOf: (at: Lookup | Place) => Place,
): Problem {
  const { at } = finding;
  const upstream =
    finding.asUpstream === false || rule.docs.upstream.relation === "ours"
      ? undefined
      : (finding.upstream ?? rule.docs.upstream.checkId);
  const isItem =
    typeof at.path.at(-1) === "number" &&
    (at.state === "set" || at.state === "env");
  const text =
    finding.about ?? (isItem ? JSON.stringify(at.node.toValue()) : undefined);
  return {
    code: rule.code,
    ...(upstream === undefined ? {} : { upstream }),
    effect: rule.effect,
    severity,
    path: at.path,
    place: placeOf(finding.place ?? at),
    message: finding.message,
    related: (finding.related ?? []).map(({ at: place, message }) => ({
      place: placeOf(place),
      message,
    })),
    fixes: finding.fixes ?? [],
    ...(finding.hinges === undefined || finding.hinges.length === 0
      ? {}
      : { hinges: finding.hinges }),
    ...(text === undefined ? {} : { element: text }),
  };
}

/** The problems with the severities that the user gave them; those switched off are put into `hidden`. */
export function withOverrides(
  problems: readonly Problem[],
  rules: CheckSettings["rules"],
  hidden: Problem[] = [],
): readonly Problem[] {
  if (rules.size === 0) return problems;
  return problems.flatMap((problem) => {
    const override = rules.get(problem.code);
    if (override === undefined || isVerdict(problem.effect)) return [problem];
    if (override !== "off") return [{ ...problem, severity: override }];
    hidden.push(problem);
    return [];
  });
}
