import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";
import {
  environmentModes,
  type EnvironmentStates,
} from "../core/config/environment.ts";
import type { SourceFile } from "../core/config/includes.ts";
import type { Situation } from "../core/config/situation.ts";
import { Analysis } from "../core/features/analysis.ts";
import { isAtLeast, type Problem } from "../core/features/problem.ts";
import type { ProvenFix } from "../core/features/prove-fix.ts";
import { provenFixes } from "../core/features/quick-fixes.ts";
import { defaultSettings } from "../core/features/settings.ts";
import {
  describeEnvironmentFile,
  environmentFileNames,
} from "../platform/environment-file.ts";
import { toSource, type FileText } from "../platform/host.ts";
import {
  defaultConfigFile,
  environmentFileOf,
  nodeHost,
  processVariableNames,
  readTextFile,
} from "../platform/node-host.ts";
import { UsageError, type CheckArguments } from "./arguments.ts";
import { printJson } from "./print-json.ts";
import { printText } from "./print-text.ts";
import type { ExitCode, Terminal } from "./run.ts";

/** A config that was looked at. */
export interface CheckedFile {
  /** As given on the command line. */
  readonly name: string;
  readonly analysis: Analysis;
  /** At or above the wanted severity. */
  readonly problems: readonly Problem[];
  /** How a file that takes part is named in reports. */
  readonly nameOf: (file: string) => string;
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
  const situation = await situationOf(options, terminal);
  const checked: CheckedFile[] = [];
  let failed = false;
  for (const input of await inputs(options, terminal)) {
    if ("error" in input.text) {
      terminal.writeError(
        `clawdbot-lint: ${input.name}: ${unreadable[input.text.error] ?? "cannot be read"}\n`,
      );
      failed = true;
      continue;
    }
    checked.push(
      await checkFile(
        input.name,
        resolve(terminal.folder, input.name),
        input.text,
        situation,
        options,
        terminal,
      ),
    );
  }
  terminal.write(
    options.format === "json"
      ? printJson(checked)
      : printText(checked, terminal.isTerminal),
  );
  if (failed) return 2;
  const shown = checked.flatMap(({ problems }) => problems);
  return shown.some(
    (problem) =>
      problem.suppressed === undefined &&
      isAtLeast(problem.severity, options.failOn),
  )
    ? 1
    : 0;
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
  common: Situation,
  options: CheckArguments,
  terminal: Terminal,
): Promise<CheckedFile> {
  const situation = await withEnvironmentFile(common, file, terminal);
  const files = new Map<string, SourceFile>([[file, toSource(text)]]);
  const settings = { ...defaultSettings, profile: options.profile };
  let analysis = new Analysis({ file, files, settings, situation });
  while (analysis.resolved.missing.length > 0) {
    const read = analysis.resolved.missing.map(
      async (missing) =>
        [missing, toSource(await readTextFile(missing))] as const,
    );
    for (const [missing, source] of await Promise.all(read))
      files.set(missing, source);
    analysis = new Analysis({
      file,
      files: new Map(files),
      settings,
      situation,
    });
  }
  for (const { rule } of analysis.diagnosis.failures) {
    terminal.writeError(
      `clawdbot-lint: rule ${rule.code} failed; please report it\n`,
    );
  }
  return {
    name,
    analysis,
    problems: analysis.diagnosis.problems.filter((problem) =>
      isAtLeast(problem.severity, options.minimumSeverity),
    ),
    nameOf: (other) =>
      other === file ? name : relative(terminal.folder, other),
    fixesOf: (problem) =>
      provenFixes(analysis, problem, [], ({ code }) =>
        terminal.writeError(
          `clawdbot-lint: a fix of ${code} failed; please report it\n`,
        ),
      ),
  };
}

async function situationOf(
  options: CheckArguments,
  terminal: Terminal,
): Promise<Situation> {
  return {
    environment: await environmentStates(options, terminal),
    today: nodeHost.today(),
    platform: nodeHost.platform,
    newSecret: nodeHost.newSecret(),
  };
}

/** Where secrets of a config can be moved to: the `.env` file is read for its names and its end. */
async function withEnvironmentFile(
  situation: Situation,
  config: string,
  terminal: Terminal,
): Promise<Situation> {
  const file = environmentFileOf(config, terminal.environment);
  const environmentFile =
    file === undefined
      ? undefined
      : describeEnvironmentFile(file, await readTextFile(file));
  return environmentFile === undefined
    ? situation
    : { ...situation, environmentFile };
}

async function environmentStates(
  options: CheckArguments,
  terminal: Terminal,
): Promise<EnvironmentStates> {
  const mode =
    options.environment === "unknown"
      ? environmentModes.unknown
      : environmentModes.empty;
  const names = new Set(options.names);
  if (options.environment === "process") {
    for (const name of await processVariableNames(
      terminal.environment,
      terminal.folder,
    ))
      names.add(name);
  }
  if (options.environmentFile !== undefined) {
    for (const name of await namesIn(options.environmentFile, terminal))
      names.add(name);
  }
  return { ...mode, known: new Map([...names].map((name) => [name, "set"])) };
}

async function namesIn(
  file: string,
  terminal: Terminal,
): Promise<readonly string[]> {
  try {
    const names = environmentFileNames(
      await readFile(resolve(terminal.folder, file), "utf8"),
    );
    return [...names].filter(([, isSet]) => isSet).map(([name]) => name);
  } catch {
    throw new UsageError(`--env-file ${file} cannot be read`);
  }
}
