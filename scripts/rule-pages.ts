import { createPatch } from "diff";
import { environmentModes } from "../server/src/core/config/environment.ts";
import { shortPath } from "../server/src/core/config/file-names.ts";
import {
  configOf,
  machineOf,
  shownMachine,
  textsOf,
  type MachineExample,
} from "../server/src/core/config/machine-example.ts";
import { Analysis } from "../server/src/core/features/analysis.ts";
import { chmodCommand } from "../server/src/core/features/chmod-command.ts";
import { standingOf } from "../server/src/core/features/acceptance/codes.ts";
import { lintProblemKinds } from "../server/src/core/features/lint-problem-kinds.ts";
import { problemKinds } from "../server/src/core/features/problem-kinds.ts";
import type { ProvenFix } from "../server/src/core/features/prove-fix.ts";
import { provenFixes } from "../server/src/core/features/quick-fixes.ts";
import { defaultSettings } from "../server/src/core/features/settings.ts";
import { parseJson5 } from "../server/src/core/json5/parse.ts";
import { registry } from "../server/src/core/rules/registry.generated.ts";
import {
  profiles,
  type ProblemKind,
  type Rule,
} from "../server/src/core/rules/rule.ts";
import { applyEdits } from "../server/src/core/text/edit.ts";
import { LineIndex } from "../server/src/core/text/line-index.ts";
import { severityMeanings } from "./lint-schema.ts";

const folder = "docs/rules";
/** Stands for 64 random hex digits, so that pages do not change with every run; as long as a rule wants a secret to be. */
const shownSecret = "…64 random hex digits, made on the spot…";

const effects: Readonly<Record<ProblemKind["effect"], string>> = {
  refused: "Clawdbot refuses the whole file",
  "no-start": "The file is accepted, but the gateway does not start",
  risk: "A risk",
  note: "A note",
};

/** Of problems of accepting risks, which no profile changes. */
const usualSeverity = ({ code }: ProblemKind): string | undefined =>
  lintProblemKinds.find((kind) => kind.code === code)?.usualSeverity;

const ruleOf = (code: string): Rule | undefined =>
  registry.find((rule) => rule.code === code);

/** The bad example as our own code sees it. */
function exampleOf(kind: ProblemKind): Analysis {
  const rule = ruleOf(kind.code);
  const needsEmpty = kind.code === "config.env_unset";
  const machine = kind.docs.machine?.bad;
  const file = machine === undefined ? "/clawdbot.json" : configOf(machine);
  const texts = [
    [file, kind.docs.bad] as const,
    ...(machine === undefined ? [] : textsOf(machine)),
  ];
  return new Analysis({
    file,
    files: new Map(texts.map(([name, text]) => [name, parseJson5(text)])),
    settings: {
      ...defaultSettings,
      profile:
        rule !== undefined && rule.severity.recommended === undefined
          ? "strict"
          : "recommended",
    },
    situation: {
      environment: needsEmpty
        ? environmentModes.empty
        : environmentModes.unknown,
      today: "2026-01-31",
      platform: "unknown",
      newSecret: shownSecret,
      ...(machine === undefined ? {} : { machine: machineOf(machine) }),
      environmentFile: {
        file: "/.env",
        exists: true,
        names: new Set(),
        length: 0,
        end: { line: 0, character: 0 },
        lineBreak: "\n",
        endsMidLine: false,
      },
    },
  });
}

function findingAndFixes(kind: ProblemKind): readonly string[] {
  const analysis = exampleOf(kind);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === kind.code,
  );
  if (problem === undefined) return [];
  const { text } = analysis.resolved.document;
  const { line, character } = new LineIndex(text).positionAt(
    problem.place.offset,
  );
  const fixes = provenFixes(analysis, problem).flatMap((fix) => [
    "",
    `**${fix.title}**${fix.safety === "safe" ? "" : " (review it)"}`,
    "",
    ...(fix.permissions.length > 0
      ? commands(fix, analysis)
      : patchOf(text, fix)),
  ]);
  return [
    "",
    `\`${line + 1}:${character + 1}\` ${problem.severity}: ${problem.message}`,
    ...fixes,
  ];
}

/** What a fix changes in the text. */
function patchOf(text: string, fix: ProvenFix): readonly string[] {
  const own = fix.edits.filter(({ appendsAt }) => appendsAt === undefined);
  const fixed = applyEdits(
    text,
    own.flatMap(({ edits }) => edits),
  );
  const patch = createPatch("clawdbot.json", `${text}\n`, `${fixed}\n`);
  const added = fix.edits
    .filter(({ appendsAt }) => appendsAt !== undefined)
    .flatMap(({ edits }) => edits.map(({ content }) => content.trimEnd()));
  return [
    ...fence("diff", patch.split("\n").slice(5).join("\n").trimEnd()),
    ...added.flatMap((lines) => [
      "",
      "and in `.env`:",
      "",
      ...fence("diff", lines.replace(/^/gm, "+")),
    ]),
  ];
}

/** What a fix does to files, as commands. */
function commands(
  { permissions }: ProvenFix,
  { input }: Analysis,
): readonly string[] {
  const home = input.situation.machine?.place.home ?? "";
  const lines = permissions.map((change) =>
    chmodCommand({ ...change, path: shortPath(change.path, home) }),
  );
  return fence("sh", lines.join("\n"));
}

function facts(kind: ProblemKind): readonly string[] {
  const rule = ruleOf(kind.code);
  if (rule === undefined) {
    const usual = usualSeverity(kind);
    return [
      `- ${effects[kind.effect]}`,
      ...(usual === undefined ? [] : [`- Severity: ${usual}`]),
    ];
  }
  const { upstream, since } = rule.docs;
  const severity = profiles
    .map((profile) => `${profile}: ${rule.severity[profile] ?? "silent"}`)
    .join(", ");
  const onDisk =
    upstream.relation !== "ours" && rule.severity.upstream === undefined
      ? ". Profile `upstream` repeats what the text alone tells, the same on every machine"
      : "";
  const relation =
    upstream.relation === "ours"
      ? `Ours alone. ${upstream.reason}`
      : upstream.relation === "same"
        ? `Same as its \`${upstream.checkId}\``
        : `Stricter than its \`${upstream.checkId}\``;
  return [
    `- ${effects[kind.effect]}`,
    `- Severity: ${severity}${onDisk}`,
    `- Clawdbot's own audit: ${relation}`,
    `- Repair: ${rule.fixable === "never" ? `none. ${rule.whyNoFix}` : rule.fixable === "always" ? "yes" : "in some cases"}`,
    `- Since: ${since === "next" ? "the next release" : since}`,
    `- Settings it reads: ${[...new Set(rule.watches)].map((path) => `\`${path}\``).join(", ")}`,
  ];
}

/** How to live with it, where that is allowed. */
function silence(kind: ProblemKind): readonly string[] {
  if (kind.effect === "refused" || kind.effect === "no-start") {
    return [
      "This is Clawdbot's own verdict. It cannot be silenced, only repaired.",
    ];
  }
  const bySeverity = [
    "Set its severity in VS Code, or under `rules` in `.clawdbot-lint.json`; `off` switches it off:",
    "",
    "```json",
    `"clawdbot.rules": { "${kind.code}": "off" }`,
    "```",
  ];
  if (standingOf(kind.code) !== "acceptable") return bySeverity;
  return [
    "Accept it in one place, with a reason, on the line before or at the end of the line:",
    "",
    "```json5",
    `// clawdbot-ignore ${kind.code}: why it is acceptable here`,
    "```",
    "",
    "or in `.clawdbot-lint.json`, beside the config or in a folder above:",
    "",
    "```json",
    `{ "accept": [{ "code": "${kind.code}", "path": "the.setting", "reason": "why it is acceptable here" }] }`,
    "```",
    "",
    "[Accepting risks](../accepting-risks.md) tells the whole of it.",
    "",
    ...bySeverity,
  ];
}

const fence = (language: string, text: string): readonly string[] => [
  `\`\`\`${language}`,
  text,
  "```",
];

/** An example: the config, and before it the files beside it where they matter. */
const example = (
  config: string,
  machine: MachineExample | undefined,
): readonly string[] => [
  ...(machine === undefined
    ? []
    : [...fence("text", shownMachine(machine).join("\n")), ""]),
  ...fence("json5", config),
];

function page(kind: ProblemKind): string {
  const { summary, why, remedy, bad, good, machine } = kind.docs;
  const rule = ruleOf(kind.code);
  return `${[
    `# ${kind.code}`,
    "",
    `**${summary}**`,
    "",
    ...facts(kind),
    "",
    "## Why",
    "",
    why,
    "",
    "## What to do",
    "",
    remedy,
    "",
    "## Example",
    "",
    ...example(bad, machine?.bad),
    ...findingAndFixes(kind),
    "",
    "Without the problem:",
    "",
    ...example(good, machine?.good),
    ...(rule === undefined
      ? []
      : ["", "## When it speaks", "", rule.docs.calm]),
    "",
    "## Silence it",
    "",
    ...silence(kind),
  ].join("\n")}\n`;
}

function index(kinds: readonly ProblemKind[]): string {
  const rows = kinds.map((kind) => {
    const severity = ruleOf(kind.code)?.severity;
    const shown =
      severity === undefined
        ? "error"
        : (severity.recommended ??
          `${severity.strict ?? "none"} (strict only)`);
    const usual = usualSeverity(kind) ?? "info";
    return `| [\`${kind.code}\`](${kind.code}.md) | ${kind.docs.summary.replaceAll("|", "\\|")} | ${kind.effect} | ${kind.effect === "note" && severity === undefined ? usual : shown} |`;
  });
  return `${[
    "# Problems",
    "",
    "Written by `npm run generate` from the declarations in the code.",
    "",
    "| code | what is wrong | effect | severity |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n")}\n`;
}

/** Every page and their index, by path from the root of the repository. */
export function rulePages(): ReadonlyMap<string, string> {
  const kinds = [...problemKinds].sort((a, b) => (a.code < b.code ? -1 : 1));
  return new Map([
    [`${folder}/README.md`, index(kinds)],
    ...kinds.map((kind) => [`${folder}/${kind.code}.md`, page(kind)] as const),
  ]);
}

/** The setting `clawdbot.rules` for the manifest: one entry a code that may be overridden. */
export function ruleSettings(): Readonly<Record<string, object>> {
  const kinds = problemKinds
    .filter(({ effect }) => effect === "risk" || effect === "note")
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const settings: Record<string, object> = {};
  for (const { code, docs } of kinds) {
    settings[code] = {
      type: "string",
      enum: Object.keys(severityMeanings),
      enumDescriptions: Object.values(severityMeanings),
      markdownDescription: docs.summary,
    };
  }
  return settings;
}
