import { environmentKinds } from "../server/src/core/config/environment.ts";
import { targetRelease } from "../server/src/core/dialects/clawdbot/release.ts";
import { acceptableCodes } from "../server/src/core/features/acceptance/codes.ts";
import {
  kindOf,
  problemKinds,
} from "../server/src/core/features/problem-kinds.ts";
import { isVerdict } from "../server/src/core/features/problem.ts";
import { profiles, severities } from "../server/src/core/rules/rule.ts";

/** The JSON Schema of `.clawdbot-lint.json`, from which editors complete and explain. */
export const lintSchemaFile = "schemas/clawdbot-lint.schema.json";

const profileMeanings: Readonly<Record<(typeof profiles)[number], string>> = {
  upstream: "What `clawdbot security audit` reports, no more and no less.",
  recommended:
    "What we believe matters: the audit without its noise, and what it does not see.",
  strict:
    "Everything of *recommended*, and the secure baseline enforced, defaults included.",
};

const environmentMeanings: Readonly<
  Record<(typeof environmentKinds)[number], string>
> = {
  unknown:
    "Clawdbot runs elsewhere: every `${NAME}` in the config counts as set.",
  empty: "No variable is set, except those in `names` and in `file`.",
  process:
    "Clawdbot runs here: the variables of this process and of the `.env` files count as set. Only their names are read.",
};

/** What a severity means; `off` is one of them for those who set it. */
export const severityMeanings = {
  off: "Not shown, and not counted.",
  error: "Must be repaired.",
  warning: "Should be repaired.",
  info: "Worth knowing.",
  hint: "Shown faintly.",
} as const;

const levels = ["off", ...severities] as const;

const choice = <T extends string>(
  words: readonly T[],
  meanings: Readonly<Record<T, string>>,
  about: string,
) => ({
  type: "string",
  enum: words,
  markdownEnumDescriptions: words.map((word) => meanings[word]),
  markdownDescription: about,
});

const severity = (about: string) => choice(severities, severityMeanings, about);

/** The values of a rule's severity; said once, as every rule has them. */
const level = {
  type: "string",
  enum: levels,
  markdownEnumDescriptions: levels.map((word) => severityMeanings[word]),
};

const explained = (code: string): string => {
  const docs = kindOf(code)?.docs;
  return docs === undefined
    ? ""
    : `**${docs.summary}**\n\n${docs.why}\n\n**What to do:** ${docs.remedy}`;
};

const summaryOf = (code: string): string => kindOf(code)?.docs.summary ?? "";

const overridable = problemKinds
  .filter(({ effect }) => !isVerdict(effect))
  .map(({ code }) => code)
  .sort();

const entry = {
  type: "object",
  additionalProperties: false,
  required: ["code", "reason"],
  defaultSnippets: [
    { label: "accept a risk", body: { code: "$1", path: "$2", reason: "$3" } },
  ],
  properties: {
    code: {
      // What is none is told by the language server and by `clawdbot-lint`, which know what was meant.
      type: "string",
      anyOf: [
        {
          enum: acceptableCodes,
          markdownEnumDescriptions: acceptableCodes.map(summaryOf),
        },
        {},
      ],
      markdownDescription: "The code of the problem, as it is shown.",
    },
    path: {
      type: "string",
      minLength: 1,
      markdownDescription:
        'The setting in the merged config, for example `channels.telegram.dmPolicy` or `agents.list[0].model`; a key with dots as `["home.de"]`. What lies below it is accepted, too. Without it the problem is accepted everywhere.',
    },
    file: {
      type: "string",
      minLength: 1,
      markdownDescription:
        "The config, or a file that it includes; relative to this file. Without it the entry holds for every config that this file governs.",
    },
    reason: {
      type: "string",
      pattern: "\\S",
      markdownDescription:
        "Why the risk is acceptable here. Without a reason nothing is accepted. No secrets: the text is shown in reports.",
    },
    until: {
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      patternErrorMessage: "A day as YYYY-MM-DD.",
      markdownDescription:
        "The last day on which the risk is accepted, as YYYY-MM-DD.",
    },
  },
};

const schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Clawdbot Config: shared configuration",
  description:
    "How problems of the Clawdbot configs in this folder and below are judged, in the editor and on the command line.",
  type: "object",
  additionalProperties: false,
  allowTrailingCommas: true,
  properties: {
    profile: choice(
      profiles,
      profileMeanings,
      "How much to report. Whether Clawdbot accepts a config never depends on it.",
    ),
    rules: {
      type: "object",
      markdownDescription:
        "The severity of single problems by their code; `off` silences one. What Clawdbot itself refuses cannot be changed.",
      additionalProperties: { $ref: "#/definitions/level" },
      properties: Object.fromEntries(
        overridable.map((code) => [
          code,
          {
            allOf: [{ $ref: "#/definitions/level" }],
            markdownDescription: explained(code),
          },
        ]),
      ),
    },
    failOn: severity(
      "From this severity on `clawdbot-lint check` ends with 1. The default is `error`.",
    ),
    minSeverity: severity("Milder problems are not shown."),
    environment: {
      type: "object",
      additionalProperties: false,
      markdownDescription:
        "What is known about the environment variables where Clawdbot runs.",
      properties: {
        mode: choice(
          environmentKinds,
          environmentMeanings,
          "What a variable is taken for of which nothing else is known.",
        ),
        names: {
          type: "array",
          uniqueItems: true,
          items: { type: "string", pattern: "^[A-Z_][A-Z0-9_]*$" },
          markdownDescription:
            "Names of variables that are set where Clawdbot runs. Names only: a value has no place here.",
        },
        file: {
          type: "string",
          minLength: 1,
          markdownDescription:
            "An `.env` file that holds variables where Clawdbot runs, relative to this file. Only its names are read, and whether each has a value.",
        },
      },
    },
    accept: {
      type: "array",
      items: entry,
      markdownDescription: "Risks that are accepted, each with its reason.",
    },
    release: {
      type: "string",
      enum: [targetRelease],
      markdownDescription: "The release of Clawdbot that the configs are for.",
    },
  },
  definitions: { level },
};

export const lintSchemaText = (): string =>
  `${JSON.stringify(schema, undefined, 2)}\n`;
