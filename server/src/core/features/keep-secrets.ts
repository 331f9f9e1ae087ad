import {
  environmentLine,
  parseEnvironmentFile,
} from "../config/environment-file.ts";
import { isVariableName, parseTemplate } from "../config/env-references.ts";
import type { FileEdits, KeptSecret, SettingFix } from "../config/fix.ts";
import { plainText } from "../config/possible-values.ts";
import type { EnvironmentFile } from "../config/situation.ts";
import type { JSONPath } from "../json5/nodes.ts";
import type { Analysis } from "./analysis.ts";

/** A fix that moves secrets, with the names it really uses, and the lines that it adds to the `.env` file. */
export interface MovingFix {
  readonly fix: SettingFix;
  readonly lines: FileEdits;
}

const samePath = (a: JSONPath, b: JSONPath): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

const referenceTo = (name: string): string => `\${${name}}`;

/** The part of a written value that a variable has to hold, so that the new text means the same as the old one. */
function heldBy(
  variable: string,
  written: string,
  now: string,
): string | undefined {
  const { parts, names } = parseTemplate(now);
  const references = parts.filter((part) => typeof part !== "string");
  if (references.length !== 1 || names[0] !== variable) return undefined;
  const first = parts[0];
  const last = parts.at(-1);
  const before = typeof first === "string" ? first : "";
  const behind = typeof last === "string" ? last : "";
  if (
    written.length <= before.length + behind.length ||
    !written.startsWith(before) ||
    !written.endsWith(behind)
  )
    return undefined;
  return written.slice(before.length, written.length - behind.length);
}

/** What has to go into the variable, and whether another name would do as well. */
interface Held {
  readonly value: string;
  readonly mayBeRenamed: boolean;
}

function heldFor(
  { path, variable, isSpare }: KeptSecret,
  { changes }: SettingFix,
  analysis: Analysis,
): Held | undefined {
  const template = analysis.resolved.root?.find(path)?.template;
  const written = template && plainText(template);
  if (written === undefined) return undefined;
  const set = changes.find(
    (change) => change.op === "set" && samePath(change.path, path),
  );
  if (set?.op === "set") {
    const value =
      typeof set.value === "string"
        ? heldBy(variable, written, set.value)
        : undefined;
    return value === undefined ? undefined : { value, mayBeRenamed: true };
  }
  const isRemoved = changes.some(
    (change) =>
      change.op === "remove" &&
      change.path.every((key, depth) => path[depth] === key),
  );
  if (!isRemoved) return undefined;
  if (isSpare === true) return { value: written, mayBeRenamed: true };
  // What the file's `env` block sets is the variable itself; nothing else may go without a reference in its place.
  return path[0] === "env" && path.at(-1) === variable
    ? { value: written, mayBeRenamed: false }
    : undefined;
}

/** Names that stand for something already: in the `.env` file, in the environment, or in the config. */
function takenNames(
  analysis: Analysis,
  { names }: EnvironmentFile,
): Set<string> {
  const { resolved, input } = analysis;
  // Windows does not tell capitals from small letters.
  const taken = new Set([...names].map((name) => name.toUpperCase()));
  for (const [name, state] of input.situation.environment.known)
    if (state === "set") taken.add(name.toUpperCase());
  const pending = resolved.root === undefined ? [] : [resolved.root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const name of node.template?.names ?? []) taken.add(name);
    pending.push(...node.entries.values(), ...node.items);
  }
  const env = resolved.root?.get("env");
  for (const block of [env, env?.get("vars")])
    for (const name of block?.entries.keys() ?? []) taken.add(name);
  return taken;
}

/** The name itself, or with the first number that makes it free. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) {
    const numbered = `${name}_${count}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function renamed(fix: SettingFix, from: string, to: string): SettingFix {
  if (from === to) return fix;
  return {
    ...fix,
    title: fix.title.replaceAll(from, to),
    changes: fix.changes.map((change) =>
      change.op === "set" && typeof change.value === "string"
        ? {
            ...change,
            value: change.value.replaceAll(referenceTo(from), referenceTo(to)),
          }
        : change,
    ),
    ...(fix.introduces === undefined
      ? {}
      : {
          introduces: fix.introduces.map((name) => (name === from ? to : name)),
        }),
    ...(fix.keeps === undefined
      ? {}
      : {
          keeps: fix.keeps.map((kept) =>
            kept.variable === from ? { ...kept, variable: to } : kept,
          ),
        }),
  };
}

/**
 * What a fix with `keeps` has to write into the `.env` file. Undefined where there is no such file, where a value cannot be
 * written there so that the program reads the same again, or where a name that has to stay is taken. No line that is there is
 * ever changed.
 */
export function movingFix(
  analysis: Analysis,
  wanted: SettingFix,
): MovingFix | undefined {
  const { environmentFile } = analysis.input.situation;
  if (environmentFile === undefined) return undefined;
  const taken = takenNames(analysis, environmentFile);
  const moved = new Map<string, string>();
  const lines: string[] = [];
  let fix = wanted;
  for (const kept of wanted.keeps ?? []) {
    const { variable } = kept;
    const held = heldFor(kept, wanted, analysis);
    if (held === undefined || !isVariableName(variable)) return undefined;
    // Its own entry in the `env` block is no obstacle to a variable that moves out of it.
    const name = held.mayBeRenamed ? freeName(variable, taken) : variable;
    if (!held.mayBeRenamed && environmentFile.names.has(name)) return undefined;
    const line = environmentLine(name, held.value);
    if (line === undefined) return undefined;
    taken.add(name);
    moved.set(name, held.value);
    lines.push(line);
    fix = renamed(fix, variable, name);
  }
  const { file, exists, end, length, lineBreak, endsMidLine } = environmentFile;
  const content =
    (endsMidLine ? lineBreak : "") +
    lines.map((line) => line.replaceAll("\n", lineBreak) + lineBreak).join("");
  // Nothing is lost: the program reads exactly these values out of the text again.
  const read = parseEnvironmentFile(content);
  if ([...moved].some(([name, value]) => read.get(name) !== value))
    return undefined;
  return {
    fix,
    lines: {
      file,
      edits: [{ offset: length, length: 0, content }],
      appendsAt: { exists, end },
    },
  };
}
