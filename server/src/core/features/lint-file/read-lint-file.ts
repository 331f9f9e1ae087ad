import {
  environmentKinds,
  type EnvironmentKind,
} from "../../config/environment.ts";
import { resolveInclude } from "../../config/file-names.ts";
import type { Fix } from "../../config/fix.ts";
import { targetRelease } from "../../dialects/clawdbot/release.ts";
import type { JSONPath, Json5Document, Node } from "../../json5/nodes.ts";
import {
  profiles,
  severities,
  type Profile,
  type Severity,
} from "../../rules/rule.ts";
import { isDay } from "../acceptance/calendar.ts";
import {
  currentCode,
  meantCode,
  noSuchProblem,
  notAcceptable,
  standingOf,
} from "../acceptance/codes.ts";
import type { Problem } from "../problem.ts";
import type { AcceptedRisk } from "../settings.ts";
import type { GivenEnvironment, SharedSettings } from "./given-settings.ts";
import { LintFileReader } from "./lint-file-reader.ts";
import { readPathText } from "./path-text.ts";

/** `.clawdbot-lint.json`, read. */
export interface LintFile {
  /** As the core names files. */
  readonly file: string;
  readonly document: Json5Document;
  /** What of it can be obeyed. */
  readonly settings: SharedSettings;
  /** What is wrong with it, whatever configs it governs. */
  readonly problems: readonly Problem[];
}

const levels = ["off", ...severities] as const;

/** The settings of the shared configuration, and its problems. Never throws; what is unusable is told of and left out. */
export function readLintFile(file: string, document: Json5Document): LintFile {
  const reader = new LintFileReader(file, document);
  const settings: Mutable<Omit<SharedSettings, "accept">> = {};
  const accept: AcceptedRisk[] = [];
  reader.members(document.root, [], {
    profile: (node, path) =>
      define(settings, "profile", reader.choice<Profile>(node, path, profiles)),
    rules: (node, path) => {
      const rules = readRules(reader, node, path);
      if (rules.size > 0) settings.rules = rules;
    },
    failOn: (node, path) =>
      define(settings, "failOn", reader.choice(node, path, severities)),
    minSeverity: (node, path) =>
      define(settings, "minSeverity", reader.choice(node, path, severities)),
    environment: (node, path) => {
      settings.environment = readEnvironment(reader, node, path);
    },
    accept: (node, path) => {
      for (const [index, entry] of reader.items(node, path).entries()) {
        const risk = readEntry(reader, entry, [...path, index], index);
        if (risk !== undefined) accept.push(risk);
      }
    },
    // Says for which release the team writes; there is one so far.
    release: (node, path) => void reader.choice(node, path, [targetRelease]),
  });
  return {
    file,
    document,
    settings: { ...settings, accept },
    problems: reader.problems,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Sets a key that has a value, and leaves out one that has none. */
function define<T, K extends keyof T>(
  target: T,
  key: K,
  value: T[K] | undefined,
): void {
  if (value !== undefined) target[key] = value;
}

function readRules(
  reader: LintFileReader,
  node: Node,
  path: JSONPath,
): ReadonlyMap<string, Severity | "off"> {
  const rules = new Map<string, Severity | "off">();
  for (const { key, keyNode, value, at } of reader.entries(node, path)) {
    const standing = standingOf(key);
    if (standing === "unknown")
      reportUnknownCode(
        reader,
        keyNode,
        at,
        key,
        (meant) => reader.renaming(at, meant),
        reader.removal("Remove this", at),
      );
    if (standing === "verdict")
      reader.report(
        "lint.cannot_accept",
        keyNode,
        at,
        `${key} is Clawdbot's own verdict: its severity cannot be changed`,
        [reader.removal("Remove this", at)],
      );
    const level = reader.choice(value, at, levels);
    if (level !== undefined && ["acceptable", "own"].includes(standing))
      rules.set(currentCode(key), level);
  }
  return rules;
}

function reportUnknownCode(
  reader: LintFileReader,
  node: Node,
  path: JSONPath,
  code: string,
  correction: (meant: string) => Fix,
  removal: Fix,
): void {
  const meant = meantCode(code);
  reader.report("lint.unknown_code", node, path, noSuchProblem(code), [
    ...(meant === undefined ? [] : [correction(meant)]),
    removal,
  ]);
}

function readEnvironment(
  reader: LintFileReader,
  node: Node,
  path: JSONPath,
): GivenEnvironment {
  const environment: Mutable<GivenEnvironment> = {};
  reader.members(node, path, {
    mode: (value, at) =>
      define(
        environment,
        "mode",
        reader.choice<EnvironmentKind>(value, at, environmentKinds),
      ),
    names: (value, at) => {
      const names = reader
        .items(value, at)
        .flatMap((item, index) => readName(reader, item, [...at, index]) ?? []);
      if (names.length > 0) environment.names = names;
    },
    file: (value, at) => {
      const name = reader.text(value, at);
      if (name !== undefined)
        environment.file = resolveInclude(reader.file, name);
    },
  });
  return environment;
}

function readName(
  reader: LintFileReader,
  node: Node,
  path: JSONPath,
): string | undefined {
  const name = reader.text(node, path);
  if (name === undefined || /^[A-Z_][A-Z0-9_]*$/.test(name)) return name;
  reader.report(
    "lint.invalid_value",
    node,
    path,
    // What stands here may be a value, and that may be a secret.
    "This is not the name of a variable: capital letters, digits and underscores",
    [reader.removal("Remove this", path)],
  );
  return undefined;
}

/** An entry that can be obeyed; of any other it is said why not. */
function readEntry(
  reader: LintFileReader,
  node: Node,
  path: JSONPath,
  index: number,
): AcceptedRisk | undefined {
  const texts = new Map<
    string,
    { readonly text: string; readonly node: Node }
  >();
  let isUsable = true;
  const keep =
    (
      key: string,
      isGood: (text: string, value: Node, at: JSONPath) => boolean,
    ) =>
    (value: Node, at: JSONPath): void => {
      const text = reader.text(value, at);
      if (text === undefined || !isGood(text, value, at)) isUsable = false;
      else texts.set(key, { text, node: value });
    };
  const isObject = reader.members(node, path, {
    code: keep("code", (text, value, at) =>
      isAcceptableCode(reader, value, at, text),
    ),
    path: keep("path", (text, value, at) => {
      if (readPathText(text) !== undefined) return true;
      reader.report(
        "lint.invalid_value",
        value,
        at,
        'A path is written as in "agents.list[0].model"',
        [],
      );
      return false;
    }),
    file: keep("file", () => true),
    reason: keep("reason", () => true),
    until: keep("until", (text, value, at) => {
      if (isDay(text)) return true;
      reader.report(
        "lint.invalid_date",
        value,
        at,
        "This is no day of the calendar; write one as YYYY-MM-DD",
        [],
      );
      return false;
    }),
  });
  if (!isObject) return undefined;
  const names = new Set(reader.keysOf(node));
  const removal = reader.removal("Remove this entry", path);
  if (!names.has("code"))
    reader.report(
      "lint.missing_code",
      node,
      path,
      "This entry names no problem, so it accepts none",
      [removal],
    );
  const reason = texts.get("reason")?.text.trim() ?? "";
  if (!names.has("reason") || (texts.has("reason") && reason === ""))
    reader.report(
      "lint.missing_reason",
      node,
      path,
      "Say why; without a reason nothing is accepted",
      [removal],
    );
  const code = texts.get("code");
  if (!isUsable || code === undefined || reason === "") return undefined;
  const setting = texts.get("path")?.text;
  const file = texts.get("file")?.text;
  const until = texts.get("until")?.text;
  return {
    code: currentCode(code.text),
    ...(setting === undefined ? {} : { path: readPathText(setting) ?? [] }),
    ...(file === undefined ? {} : { file: resolveInclude(reader.file, file) }),
    reason,
    ...(until === undefined ? {} : { until }),
    place: {
      file: reader.file,
      offset: code.node.offset,
      length: code.node.length,
    },
    index,
  };
}

function isAcceptableCode(
  reader: LintFileReader,
  node: Node,
  path: JSONPath,
  code: string,
): boolean {
  const standing = standingOf(code);
  if (standing === "acceptable") return true;
  const removal = reader.removal("Remove this entry", path.slice(0, -1));
  if (standing === "unknown")
    reportUnknownCode(
      reader,
      node,
      path,
      code,
      (meant) => reader.setting(`Change to ${meant}`, path, meant),
      removal,
    );
  else
    reader.report("lint.cannot_accept", node, path, notAcceptable(code), [
      removal,
    ]);
  return false;
}
