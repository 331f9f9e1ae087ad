import { dirname, resolve } from "node:path";
import type { EnvironmentStates } from "../core/config/environment.ts";
import {
  mergeSettings,
  type EffectiveSettings,
} from "../core/features/lint-file/given-settings.ts";
import {
  lintFileProblems,
  lookOf,
} from "../core/features/lint-file/lint-file-problems.ts";
import { provenLintFixes } from "../core/features/lint-file/prove-lint-fix.ts";
import type { LintFile } from "../core/features/lint-file/read-lint-file.ts";
import { isAtLeast } from "../core/features/problem.ts";
import {
  configsUnder,
  nodeHost,
  processVariableNames,
} from "../platform/node-host.ts";
import { readTextFile } from "../platform/read-text-file.ts";
import {
  findLintFile,
  knownEnvironment,
  toLintFile,
} from "../platform/shared-configuration.ts";
import { UsageError, type CheckArguments } from "./arguments.ts";
import type { CheckedFile } from "./check.ts";
import type { Terminal } from "./run.ts";

/** What one config is judged by. */
export interface Judgement {
  readonly settings: EffectiveSettings;
  readonly states: EnvironmentStates;
  readonly lintFile: LintFile | undefined;
}

/** Finds the shared configuration of each config, reads each once, and reports on it when all configs were looked at. */
export class SharedConfigurations {
  readonly #options: CheckArguments;
  readonly #terminal: Terminal;
  readonly #read = new Map<string, Promise<LintFile | undefined>>();

  constructor(options: CheckArguments, terminal: Terminal) {
    this.#options = options;
    this.#terminal = terminal;
  }

  async judgementOf(configFile: string): Promise<Judgement> {
    const lintFile = await this.#lintFileOf(configFile);
    const { given } = this.#options;
    const settings = mergeSettings(given, lintFile?.settings);
    const { folder, environment } = this.#terminal;
    const { states, unreadable } = await knownEnvironment(
      settings.environment,
      {
        read: (file) => readTextFile(resolve(folder, file)),
        processNames: () =>
          processVariableNames(environment, [folder, dirname(configFile)]),
      },
    );
    if (unreadable !== undefined) {
      if (given.environment?.file !== undefined)
        throw new UsageError(`--env-file ${unreadable} cannot be read`);
      this.#terminal.writeError(
        `clawdbot-lint: ${unreadable} cannot be read, so its variables are not known to be set\n`,
      );
    }
    return { settings, states, lintFile };
  }

  async #lintFileOf(configFile: string): Promise<LintFile | undefined> {
    const given = this.#options.lintFile;
    if (given !== undefined) {
      const lintFile = await this.#once(resolve(this.#terminal.folder, given));
      if (lintFile === undefined)
        throw new UsageError(`--config ${given} cannot be read`);
      return lintFile;
    }
    const file = await findLintFile(configFile, nodeHost);
    return file === undefined ? undefined : this.#once(file);
  }

  #once(file: string): Promise<LintFile | undefined> {
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    const reading = readTextFile(file).then((text) => {
      const lintFile = toLintFile(file, text);
      if (lintFile === undefined)
        this.#terminal.writeError(
          `clawdbot-lint: ${file} cannot be read, and is not obeyed\n`,
        );
      return lintFile;
    });
    this.#read.set(file, reading);
    return reading;
  }

  /** The configs with the problems of their shared configurations, each told of once. */
  async withOwnProblems(
    checked: readonly CheckedFile[],
  ): Promise<readonly CheckedFile[]> {
    const told = new Set<LintFile>();
    const result: CheckedFile[] = [];
    for (const each of checked) {
      const { lintFile } = each;
      if (lintFile === undefined || told.has(lintFile)) {
        result.push(each);
        continue;
      }
      told.add(lintFile);
      result.push(await withProblemsOf(lintFile, each, checked));
    }
    return result;
  }
}

async function withProblemsOf(
  lintFile: LintFile,
  first: CheckedFile,
  checked: readonly CheckedFile[],
): Promise<CheckedFile> {
  const { settings, situation } = first.analysis.input;
  const problems = lintFileProblems(
    lintFile,
    checked
      .filter((other) => other.lintFile === lintFile)
      .map(({ analysis }) => lookOf(analysis)),
    lintFile.settings.accept.length === 0
      ? undefined
      : await configsUnder(dirname(lintFile.file)),
    settings,
    situation.today,
  ).filter(({ severity }) => isAtLeast(severity, settings.minSeverity));
  const own = new Set(problems);
  return {
    ...first,
    problems: [...first.problems, ...problems],
    textOf: (file) =>
      file === lintFile.file ? lintFile.document.text : first.textOf(file),
    fixesOf: (problem) =>
      own.has(problem)
        ? provenLintFixes(lintFile, problem)
        : first.fixesOf(problem),
  };
}
