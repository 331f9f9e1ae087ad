import type { ProblemKind } from "../rules/rule.ts";

const remedyForFile =
  "Correct the path, which counts from the file that includes; or create the file.";

/** Problems of includes and of nesting. Their examples show the root file; the included ones are named in the text. */
export const loaderProblemKinds: readonly ProblemKind[] = [
  {
    code: "config.include_value",
    effect: "refused",
    docs: {
      summary: "`$include` is neither a file name nor a list of them",
      why: "Clawdbot refuses the whole file.",
      remedy: 'Write `$include: "./other.json5"`, or a list of such names.',
      bad: `{ $include: 5 }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_siblings",
    effect: "refused",
    docs: {
      summary: "Keys stand beside an `$include` of something that is no object",
      why: "Keys can only be merged into an object, so Clawdbot refuses the whole file.",
      remedy: "Move the keys away, or make the included file an object.",
      bad: `{ gateway: { $include: "./list.json5", mode: "local" } }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_depth",
    effect: "refused",
    docs: {
      summary: "Includes are nested more than 10 files deep",
      why: "Clawdbot stops at 10 and refuses the whole file.",
      remedy: "Include the deeper files from higher up.",
      bad: `{ $include: "./1.json5" }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_circular",
    effect: "refused",
    docs: {
      summary: "A file includes itself",
      why: "Directly or through others, the file stands on its own chain of includes. Clawdbot refuses the whole file.",
      remedy: "Remove one link of the chain.",
      bad: `{ $include: "./clawdbot.json" }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_broken",
    effect: "refused",
    docs: {
      summary: "An included file is not valid JSON5",
      why: "Clawdbot refuses the whole config, and says only that the file cannot be parsed.",
      remedy: "Open the included file: its own problems are shown there.",
      bad: `{ $include: "./broken.json5" }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_unreadable",
    effect: "refused",
    docs: {
      summary: "An included file cannot be read",
      why: "Clawdbot refuses the whole config without it.",
      remedy: remedyForFile,
      bad: `{ $include: "./missing.json5" }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_not_read",
    effect: "note",
    docs: {
      summary: "An included file was not read here",
      why: "In a workspace you have not trusted, nothing outside its folder is read. What the file holds is not checked.",
      remedy: "Trust the workspace if you know where it comes from.",
      bad: `{ $include: "../elsewhere.json5" }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.include_too_many",
    effect: "note",
    docs: {
      summary: "Too many inclusions to follow",
      why: "Files that include each other several times multiply; beyond 2,000 inclusions nothing more is followed.",
      remedy: "Include each file once.",
      bad: `{ $include: ["./a.json5", "./a.json5"] }`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
  {
    code: "config.too_deep",
    effect: "note",
    docs: {
      summary: "The file is nested more than 1,000 levels deep",
      why: "No setting lies that deep. Nothing but the syntax is checked.",
      remedy: "Remove the nesting.",
      bad: `[[[[]]]]`,
      good: `{ gateway: { mode: "local" } }`,
    },
  },
];
