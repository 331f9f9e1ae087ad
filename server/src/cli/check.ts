import { relative, resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";
import type { SourceFile } from "../core/config/includes.ts";
import type { EnvironmentFile, Situation } from "../core/config/situation.ts";
import { Analysis } from "../core/features/analysis.ts";
import type { LintFile } from "../core/features/lint-file/read-lint-file.ts";
import { isAtLeast, type Problem } from "../core/features/problem.ts";
import type { ProvenFix } from "../core/features/prove-fix.ts";
import { provenFixes } from "../core/features/quick-fixes.ts";
import type { Severity } from "../core/rules/rule.ts";
import { describeEnvironmentFile } from "../platform/environment-file.ts";
import { toSource, type FileText } from "../platform/host.ts";
import { lookAround } from "../platform/machine.ts";
import { environmentFileOf, nodeHost } from "../platform/node-host.ts";
import { createNodeMachine } from "../platform/node-machine.ts";
import { readTextFile } from "../platform/read-text-file.ts";
import { defaultConfigFile } from "../platform/state-folder.ts";
import type { CheckArguments } from "./arguments.ts";
import { printJson } from "./print-json.ts";
import { printText } from "./print-text.ts";
import type { ExitCode, Terminal } from "./run.ts";
import {
  SharedConfigurations,
  type Judgement,
} from "./shared-configurations.ts";

/** A config that was looked at. */
export interface CheckedFile {
  /** As given on the command line. */
  readonly name: string;
  readonly analysis: Analysis;
  readonly lintFile: LintFile | undefined;
  /** At or above the wanted severity; those of the shared configuration stand with the first config that it governs. */
  readonly problems: readonly Problem[];
  /** From this severity on a problem makes the run fail. */
  readonly failOn: Severity;
  /** How a file that takes part is named in reports. */
  readonly nameOf: (file: string) => string;
  readonly textOf: (file: string) => string;
  /** The repairs of a problem, each proved. */
  readonly fixesOf: (problem: Problem) => readonly ProvenFix[];
}

const unreadable: Readonly<Record<string, string>> = {
  missing: "no such file",
  directory: "is a folder, not a file",
  "too-large": "is too large to be a config",
};

/** `clawdbot-lint check`: reports on stdout, everything else on stderr. */
export async function check(
  options: CheckArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const shared = new SharedConfigurations(options, terminal);
  const looked: CheckedFile[] = [];
  let failed = false;
  for (const { name, text } of await inputs(options, terminal)) {
    if ("error" in text) {
      terminal.writeError(
        `clawdbot-lint: ${name}: ${unreadable[text.error] ?? "cannot be read"}\n`,
      );
      failed = true;
      continue;
    }
    const file = resolve(terminal.folder, name);
    const judgement = await shared.judgementOf(file);
    looked.push(
      await checkFile(name, file, text, judgement, options, terminal),
    );
  }
  const checked = await shared.withOwnProblems(looked);
  terminal.write(
    options.format === "json"
      ? printJson(checked)
      : printText(checked, terminal.isTerminal),
  );
  if (failed) return 2;
  const isFailing = ({ problems, failOn }: CheckedFile): boolean =>
    problems.some(
      ({ suppressed, severity }) =>
        suppressed === undefined && isAtLeast(severity, failOn),
    );
  return checked.some(isFailing) ? 1 : 0;
}

interface Input {
  readonly name: string;
  readonly text: FileText;
}

async function inputs(
  options: CheckArguments,
  terminal: Terminal,
): Promise<readonly Input[]> {
  if (options.stdin)
    return [
      {
        name: options.stdinFileName,
        text: { text: await readAll(process.stdin) },
      },
    ];
  const names =
    options.files.length > 0
      ? options.files
      : [defaultConfigFile(terminal.environment)];
  return Promise.all(
    names.map(async (name) => ({
      name,
      text: await readTextFile(resolve(terminal.folder, name)),
    })),
  );
}

async function checkFile(
  name: string,
  file: string,
  text: FileText,
  { settings, states, lintFile }: Judgement,
  options: CheckArguments,
  terminal: Terminal,
): Promise<CheckedFile> {
  const files = new Map<string, SourceFile>([[file, toSource(text)]]);
  const environmentFile = await environmentFileFor(file, terminal);
  const situation: Situation = {
    environment: states,
    today: nodeHost.today(),
    platform: nodeHost.platform,
    newSecret: nodeHost.newSecret(),
    ...(environmentFile === undefined ? {} : { environmentFile }),
  };
  const look = (): Analysis =>
    new Analysis({
      file,
      files: new Map(files),
      settings: settings.check,
      situation,
    });
  let analysis = look();
  while (analysis.resolved.missing.length > 0) {
    const read = analysis.resolved.missing.map(
      async (missing) =>
        [missing, toSource(await readTextFile(missing))] as const,
    );
    for (const [missing, source] of await Promise.all(read))
      files.set(missing, source);
    analysis = look();
  }
  if (options.fileSystem) {
    const found = await lookAround(
      analysis.view,
      // A text from standard input lies in no file, whatever its name.
      options.stdin ? undefined : file,
      createNodeMachine(terminal.environment),
    );
    analysis = new Analysis({
      ...analysis.input,
      situation: { ...situation, ...found },
    });
  }
  for (const { rule } of analysis.diagnosis.failures) {
    terminal.writeError(
      `clawdbot-lint: rule ${rule.code} failed; please report it\n`,
    );
  }
  const { resolved } = analysis;
  return {
    name,
    analysis,
    lintFile,
    failOn: settings.failOn,
    problems: analysis.diagnosis.problems.filter(({ severity }) =>
      isAtLeast(severity, settings.check.minSeverity),
    ),
    nameOf: (other) =>
      other === file ? name : relative(terminal.folder, other),
    textOf: (other) => resolved.documentOf(other)?.text ?? "",
    fixesOf: (problem) =>
      provenFixes(analysis, problem, [], ({ code }) =>
        terminal.writeError(
          `clawdbot-lint: a fix of ${code} failed; please report it\n`,
        ),
      ),
  };
}

/** Where secrets of a config can be moved to: the `.env` file is read for its names and its end. */
async function environmentFileFor(
  config: string,
  terminal: Terminal,
): Promise<EnvironmentFile | undefined> {
  const file = environmentFileOf(config, terminal.environment);
  return file === undefined
    ? undefined
    : describeEnvironmentFile(file, await readTextFile(file));
}
