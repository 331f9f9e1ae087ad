import { createPatch } from "diff";
import { environmentModes } from "../server/src/core/config/environment.ts";
import { Analysis } from "../server/src/core/features/analysis.ts";
import { problemKinds } from "../server/src/core/features/problem-kinds.ts";
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

const folder = "docs/rules";
/** Stands for 64 random hex digits, so that pages do not change with every run; as long as a rule wants a secret to be. */
const shownSecret = "…64 random hex digits, made on the spot…";

const effects: Readonly<Record<ProblemKind["effect"], string>> = {
  refused: "Clawdbot refuses the whole file",
  "no-start": "The file is accepted, but the gateway does not start",
  risk: "A risk",
  note: "A note",
};

const ruleOf = (code: string): Rule | undefined =>
  registry.find((rule) => rule.code === code);

/** The bad example as our own code sees it. */
function exampleOf(kind: ProblemKind): Analysis {
  const rule = ruleOf(kind.code);
  const needsEmpty = kind.code === "config.env_unset";
  return new Analysis({
    file: "/clawdbot.json",
    files: new Map([["/clawdbot.json", parseJson5(kind.docs.bad)]]),
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
  const fixes = provenFixes(analysis, problem).flatMap((fix) => {
    const edits = fix.edits.filter(({ appendsAt }) => appendsAt === undefined);
    const added = fix.edits
      .filter(({ appendsAt }) => appendsAt !== undefined)
      .flatMap(({ edits: lines }) => lines.map(({ content }) => content));
    const fixed = applyEdits(
      text,
      edits.flatMap((each) => each.edits),
    );
    const patch = createPatch("clawdbot.json", `${text}\n`, `${fixed}\n`);
    return [
      "",
      `**${fix.title}**${fix.safety === "safe" ? "" : " (review it)"}`,
      "",
      "```diff",
      patch.split("\n").slice(5).join("\n").trimEnd(),
      "```",
      ...added.flatMap((lines) => [
        "",
        "and in `.env`:",
        "",
        "```diff",
        lines.trimEnd().replace(/^/gm, "+"),
        "```",
      ]),
    ];
  });
  return [
    "",
    `\`${line + 1}:${character + 1}\` ${problem.severity}: ${problem.message}`,
    ...fixes,
  ];
}

function facts(kind: ProblemKind): readonly string[] {
  const rule = ruleOf(kind.code);
  if (rule === undefined) return [`- ${effects[kind.effect]}`];
  const { upstream, since } = rule.docs;
  const severity = profiles
    .map((profile) => `${profile}: ${rule.severity[profile] ?? "silent"}`)
    .join(", ");
  const relation =
    upstream.relation === "ours"
      ? `Ours alone. ${upstream.reason}`
      : upstream.relation === "same"
        ? `Same as its \`${upstream.checkId}\``
        : `Stricter than its \`${upstream.checkId}\``;
  return [
    `- ${effects[kind.effect]}`,
    `- Severity: ${severity}`,
    `- Clawdbot's own audit: ${relation}`,
    `- Repair: ${rule.fixable === "never" ? `none. ${rule.whyNoFix}` : rule.fixable === "always" ? "yes" : "in some cases"}`,
    `- Since: ${since === "next" ? "the next release" : since}`,
    `- Settings it reads: ${rule.watches.map((path) => `\`${path}\``).join(", ")}`,
  ];
}

/** How to live with it, where that is allowed. */
function silence(kind: ProblemKind): readonly string[] {
  if (kind.effect === "refused" || kind.effect === "no-start") {
    return [
      "This is Clawdbot's own verdict. It cannot be silenced, only repaired.",
    ];
  }
  return [
    "Set its severity in VS Code, or switch it off:",
    "",
    "```json",
    `"clawdbot.rules": { "${kind.code}": "off" }`,
    "```",
  ];
}

const fenced = (text: string): readonly string[] => ["```json5", text, "```"];

function page(kind: ProblemKind): string {
  const { summary, why, remedy, bad, good } = kind.docs;
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
    ...fenced(bad),
    ...findingAndFixes(kind),
    "",
    "Without the problem:",
    "",
    ...fenced(good),
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
    return `| [\`${kind.code}\`](${kind.code}.md) | ${kind.docs.summary.replaceAll("|", "\\|")} | ${kind.effect} | ${kind.effect === "note" && severity === undefined ? "info" : shown} |`;
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
      enum: ["off", "error", "warning", "info", "hint"],
      markdownDescription: docs.summary,
    };
  }
  return settings;
}
