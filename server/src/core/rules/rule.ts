import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import type { Fix } from "../config/fix.ts";
import type { MachineExample } from "../config/machine-example.ts";
import type { Place } from "../config/resolve-config.ts";
import type { Situation } from "../config/situation.ts";
import { withoutSecrets } from "../config/without-secrets.ts";
import type { JSONPath } from "../json5/nodes.ts";

/** `upstream` repeats the real audit, `recommended` is our judgement, `strict` contains it and wants the whole baseline. */
export type Profile = "upstream" | "recommended" | "strict";
export const profiles = [
  "upstream",
  "recommended",
  "strict",
] as const satisfies readonly Profile[];

/** From worst to mildest. */
export type Severity = "error" | "warning" | "info" | "hint";
export const severities = [
  "error",
  "warning",
  "info",
  "hint",
] as const satisfies readonly Severity[];

/** `refused`: the program rejects the file. `no-start`: it accepts it, but the gateway will not start. */
export type Effect = "refused" | "no-start" | "risk" | "note";

/** The severity in each profile that shows the problem; a profile without one is silent. */
export type SeverityByProfile = Partial<Readonly<Record<Profile, Severity>>>;

/** What a page, a hover and `clawdbot-lint explain` say about a kind of problem. Every text is plain Markdown. */
export interface ProblemDocs {
  /** What is wrong, as a heading. */
  readonly summary: string;
  /** What may happen. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  /** A config that has the problem exactly once; tests run it. */
  readonly bad: string;
  /** The same config without the problem. */
  readonly good: string;
  /** The machine each of them lies on, where that makes the difference. */
  readonly machine?: {
    readonly bad: MachineExample;
    readonly good: MachineExample;
  };
}

export interface RuleDocs extends ProblemDocs {
  /** The release that brought the rule. */
  readonly since: `${number}.${number}.${number}` | "next";
  /** Why the rule cannot cry wolf, or when it may. */
  readonly calm: string;
  readonly upstream:
    | { readonly relation: "same" | "stricter"; readonly checkId: string }
    | { readonly relation: "ours"; readonly reason: string };
}

/** Another place that belongs to a finding: the second key, the first duplicate. */
export interface RelatedPlace {
  readonly at: Lookup | Place;
  readonly message: string;
}

interface FindingCommon {
  /** The setting the finding is about; a missing one is shown at its nearest ancestor. */
  readonly at: Lookup;
  /** Where to show it, if not at the setting: a missing one may matter because of another that is there. */
  readonly place?: Place | Lookup;
  /** What is wrong, with the user's own value unless it is a secret. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Overrides the rule's severity where the case is milder or worse than usual. */
  readonly severity?: SeverityByProfile;
  /** The auditor's own id, where it carries a channel or provider in it. */
  readonly upstream?: string;
  /** Shown in profile `upstream` alone: a quirk of the audit. */
  readonly onlyUpstream?: boolean;
  /** Shown in profile `strict` alone: a milder case of what the rule tells everybody. */
  readonly onlyStrict?: boolean;
  /** `false`: ours beyond the audit, dropped in profile `upstream`. */
  readonly asUpstream?: false;
  /**
   * For effect `no-start`, what decides and the file does not say: a `variable` nobody told us about, or the `machine`
   * (files, addresses), which is taken to be one on which the gateway starts. Without it the gateway certainly does not.
   */
  readonly hangsOn?: "variable" | "machine";
  /** The file or folder on the machine that it is about, where findings at one setting differ by that alone. */
  readonly about?: string;
  /**
   * Variables that the program reads by itself and nobody told us about: the finding may fall once one of them is known to
   * be set where the gateway runs. The message names them.
   */
  readonly hinges?: readonly string[];
}

export interface FixableFinding extends FindingCommon {
  readonly fixes: readonly [Fix, ...Fix[]];
}
export interface MaybeFixableFinding extends FindingCommon {
  readonly fixes: readonly Fix[];
}
export interface UnfixableFinding extends FindingCommon {
  readonly fixes?: never;
}
export type Finding = FixableFinding | MaybeFixableFinding | UnfixableFinding;

/** What a rule may read: the settings it watches, and what the host knows. */
export interface RuleContext extends ConfigView {
  readonly situation: Situation;
}

interface RuleCommon<Code extends string> {
  /** The problem's code, stable for ever; decides the file's name as well (`test/meta/every-rule.test.ts`). */
  readonly code: Code;
  readonly effect: Effect;
  readonly severity: SeverityByProfile;
  /** Every setting the rule reads. Reading another one fails the rule's tests. */
  readonly watches: readonly [WatchPattern, ...WatchPattern[]];
  readonly docs: RuleDocs;
}
export interface AlwaysFixableRule<
  Code extends string = string,
> extends RuleCommon<Code> {
  readonly fixable: "always";
  check(config: RuleContext): Iterable<FixableFinding>;
}
export interface SometimesFixableRule<
  Code extends string = string,
> extends RuleCommon<Code> {
  readonly fixable: "sometimes";
  check(config: RuleContext): Iterable<MaybeFixableFinding>;
}
export interface UnfixableRule<
  Code extends string = string,
> extends RuleCommon<Code> {
  readonly fixable: "never";
  readonly whyNoFix: string;
  check(config: RuleContext): Iterable<UnfixableFinding>;
}
export type Rule<Code extends string = string> =
  AlwaysFixableRule<Code> | SometimesFixableRule<Code> | UnfixableRule<Code>;

type NoEmptyStrings<D> = {
  readonly [K in keyof D]: D[K] extends "" ? never : D[K];
};

/** Declares a rule. The compiler refuses one without reasons, without watched settings, or with a fix promised and none given. */
export function defineRule<const Code extends string, const D extends RuleDocs>(
  rule: Rule<Code> & { readonly docs: D & NoEmptyStrings<D> },
): Rule<Code> {
  return rule;
}

/** A kind of problem that no rule finds: syntax, schema, includes. Its docs are the same data as a rule's. */
export interface ProblemKind {
  readonly code: string;
  readonly effect: Effect;
  readonly docs: ProblemDocs;
}

/** The severity at which a profile shows a finding; undefined where it does not. */
export function shownSeverity(
  profile: Profile,
  rule: Rule,
  finding: Finding,
): Severity | undefined {
  const isHidden =
    profile === "upstream"
      ? finding.asUpstream === false
      : finding.onlyUpstream === true;
  if (isHidden || (finding.onlyStrict === true && profile !== "strict"))
    return undefined;
  const severity = finding.severity?.[profile] ?? rule.severity[profile];
  // A refusal is told in every profile; that the gateway will not start is none of the audit's findings.
  return severity ?? (rule.effect === "refused" ? "error" : undefined);
}

/** The path of a look-up as text: keys with dots or odd characters in brackets, none that looks like a secret. */
export const pathText = (path: JSONPath): string =>
  path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      const name = withoutSecrets(key);
      return /^[\w$-]+$|^\*$/.test(name)
        ? (index === 0 ? "" : ".") + name
        : `[${JSON.stringify(name)}]`;
    })
    .join("");
