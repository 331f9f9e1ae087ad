/** A part of `npm test`: a program in a process of its own. */
export interface Stage {
  readonly name: string;
  /** What Node runs; test files are added to it when `tests` is there. */
  readonly command: readonly string[];
  /** Whether `npm run test:unit` runs it too. */
  readonly isQuick: boolean;
  /** Whether it needs the machine for itself, as VS Code does. */
  readonly runsAlone: boolean;
  /** Whether it looks at the built extension, the server, the command line or the programs of scripts/. */
  readonly needsExtension: boolean;
  /** The stage passes or fails as one; a stage without this reports how many tests passed and failed. */
  readonly countsAsOne?: true;
  /** Which of the built test files it runs: those below one of these folders of test/. */
  readonly tests?: readonly string[];
  /** After this many seconds it is ended, and has failed. */
  readonly limit: number;
}

const mocha = ["--enable-source-maps", "dist/scripts/test/run-mocha.mjs"];
const vscode = (program: string, ...options: string[]) => [
  "--enable-source-maps",
  `dist/test/vscode/${program}.mjs`,
  ...options,
];

const check = {
  isQuick: false,
  needsExtension: false,
  runsAlone: false,
  countsAsOne: true,
  limit: 180,
} as const;
const inNode = {
  command: mocha,
  isQuick: true,
  needsExtension: false,
  runsAlone: false,
  limit: 180,
} as const;
// The first run installs VS Code, which takes half a minute or, on a slow line, more.
const inVscode = {
  isQuick: false,
  needsExtension: true,
  runsAlone: true,
  limit: 420,
} as const;

/** Everything that `npm test` does, in this order. */
export const stages: readonly Stage[] = [
  {
    name: "types",
    ...check,
    command: ["node_modules/typescript/bin/tsc", "-b"],
  },
  {
    name: "lint",
    ...check,
    command: [
      "node_modules/oxlint/bin/oxlint",
      "--type-aware",
      "--max-warnings",
      "0",
      "client",
      "server",
      "scripts",
      "test",
    ],
  },
  {
    name: "format",
    ...check,
    command: [
      "node_modules/prettier/bin/prettier.cjs",
      "--check",
      "--log-level",
      "warn",
      ".",
    ],
  },
  { name: "core", ...inNode, tests: ["core", "rules", "support", "scripts"] },
  // A minute or more of generated texts: for the whole run, and by name.
  {
    name: "properties",
    ...inNode,
    isQuick: false,
    tests: ["properties"],
    limit: 420,
  },
  {
    name: "fuzz",
    ...check,
    needsExtension: true,
    command: [
      "--enable-source-maps",
      "dist/scripts/fuzz.mjs",
      "--seconds",
      "10",
    ],
  },
  { name: "meta", ...inNode, needsExtension: true, tests: ["meta"] },
  {
    name: "package",
    ...inNode,
    isQuick: false,
    needsExtension: true,
    tests: ["package"],
  },
  { name: "conformance", ...inNode, tests: ["conformance"] },
  // Programs that are started again and again take their time: for the whole run, and by name.
  {
    name: "cli",
    ...inNode,
    isQuick: false,
    needsExtension: true,
    tests: ["cli", "platform"],
  },
  {
    name: "lsp",
    ...inNode,
    isQuick: false,
    needsExtension: true,
    tests: ["lsp"],
  },
  { name: "grammar", ...inNode, tests: ["grammar", "client"] },
  {
    name: "browser",
    ...inVscode,
    needsExtension: false,
    command: vscode("run-browser"),
  },
  {
    name: "vscode-latest",
    ...inVscode,
    command: vscode("run-suite", "latest"),
  },
  { name: "vscode-min", ...inVscode, command: vscode("run-suite", "min") },
  { name: "web", ...inVscode, command: vscode("run-web") },
  {
    name: "vsix-latest",
    ...inVscode,
    command: vscode("run-suite", "latest", "--vsix"),
  },
  {
    name: "vsix-min",
    ...inVscode,
    command: vscode("run-suite", "min", "--vsix"),
  },
  { name: "ui", ...inVscode, command: vscode("run-ui", "latest") },
];
