import {
  Answers,
  toPath,
  type ConfigView,
  type DottedPath,
  type Entry,
  type Lookup,
} from "../config/config-view.ts";
import type { FullView } from "../config/config-view.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import type { Situation } from "../config/situation.ts";
import type { VariableState } from "../config/environment.ts";
import { WatchList } from "../config/watch-patterns.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { pathText, type Finding, type Rule, type RuleContext } from "./rule.ts";

/** A finding with the rule that made it. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** A rule that threw: our bug. It is logged with its code, never with config text. */
export interface RuleFailure {
  readonly rule: Rule;
  readonly error: unknown;
}

export interface RuleRun {
  readonly findings: readonly RuleFinding[];
  readonly failures: readonly RuleFailure[];
}

/** A view that lets a rule read what it declared, and throws on anything else. */
class GuardedContext extends Answers implements RuleContext {
  readonly situation: Situation;
  readonly #view: ConfigView;
  readonly #rule: Rule;
  readonly #watched: WatchList;

  constructor(view: ConfigView, rule: Rule, situation: Situation) {
    super();
    this.#view = view;
    this.#rule = rule;
    this.#watched = new WatchList(rule.watches);
    this.situation = situation;
  }

  get resolved(): ResolvedConfig {
    if (!this.#rule.watches.includes("**"))
      throw new Error(
        `${this.#rule.code} reads the whole config but does not watch "**"`,
      );
    return this.#view.resolved;
  }

  at(path: DottedPath | JSONPath): Lookup {
    return this.#view.at(this.#declared(path));
  }

  entries(path: DottedPath | JSONPath): readonly Entry[] {
    return this.#view.entries(this.#declared(path));
  }

  items(path: DottedPath | JSONPath): readonly Entry[] {
    return this.#view.items(this.#declared(path));
  }

  variable(name: string): VariableState {
    return this.#view.variable(name);
  }

  #declared(dotted: DottedPath | JSONPath): JSONPath {
    const path = toPath(dotted);
    if (!this.#watched.covers(path))
      throw new Error(
        `${this.#rule.code} reads ${pathText(path)} but does not watch it`,
      );
    return path;
  }
}

/**
 * Lends the view's look-ups to every rule; the situation stands beside them. Methods, not functions kept in properties: V8
 * remembers such a function for the class, and through it a whole analysis after the next, until a full collection.
 */
class OpenContext implements RuleContext {
  readonly situation: Situation;
  readonly #view: FullView;

  constructor(view: FullView, situation: Situation) {
    this.#view = view;
    this.situation = situation;
  }

  get resolved(): ResolvedConfig {
    return this.#view.resolved;
  }

  at(path: DottedPath | JSONPath): Lookup {
    return this.#view.at(path);
  }

  entries(path: DottedPath | JSONPath): readonly Entry[] {
    return this.#view.entries(path);
  }

  items(path: DottedPath | JSONPath): readonly Entry[] {
    return this.#view.items(path);
  }

  variable(name: string): VariableState {
    return this.#view.variable(name);
  }

  once<T>(question: object, answer: () => T): T {
    return this.#view.once(question, answer);
  }
}

/**
 * Runs every rule over a config; one that throws does not stop the others.
 *
 * With `guarded`, a rule that reads a setting it does not declare fails. Tests run that way; people do not pay for it.
 */
export function runRules(
  view: FullView,
  rules: readonly Rule[],
  situation: Situation,
  options: { readonly guarded?: boolean } = {},
): RuleRun {
  const findings: RuleFinding[] = [];
  const failures: RuleFailure[] = [];
  const open = new OpenContext(view, situation);
  for (const rule of rules) {
    const context =
      options.guarded === true
        ? new GuardedContext(view, rule, situation)
        : open;
    try {
      for (const finding of rule.check(context))
        findings.push({ rule, finding });
    } catch (error) {
      failures.push({ rule, error });
    }
  }
  return { findings, failures };
}
