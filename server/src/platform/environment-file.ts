import { parseEnvironmentFile } from "../core/config/environment-file.ts";
import { isAbsolutePath, resolveInclude } from "../core/config/file-names.ts";
import type { EnvironmentFile } from "../core/config/situation.ts";
import { environmentFileName } from "../core/dialects/clawdbot/files.ts";
import { LineIndex } from "../core/text/line-index.ts";
import type { FileText } from "./host.ts";

/** The names an `.env` file sets, and whether each has a value. No value leaves this function. */
export const environmentFileNames = (
  text: string,
): ReadonlyMap<string, boolean> =>
  new Map(
    [...parseEnvironmentFile(text)].map(([name, value]) => [
      name,
      value !== "",
    ]),
  );

/** The `.env` file beside a config; undefined for a text that lies in no folder, such as one that was never saved. */
export const environmentFileBeside = (config: string): string | undefined =>
  isAbsolutePath(config) || /^[a-z][a-z0-9+.-]+:\/\//i.test(config)
    ? resolveInclude(config, `./${environmentFileName}`)
    : undefined;

/** Lines whose first quote closes one that is open before it: what follows that quote looks like a comment. */
const probes: readonly (readonly [name: string, line: string])[] = [
  ["CLAWDBOT_LINT_PROBE_1", `='#'`],
  ["CLAWDBOT_LINT_PROBE_2", `="#"`],
  ["CLAWDBOT_LINT_PROBE_3", "=`#`"],
];

/** Whether lines at the end of a text would be read as lines of their own and change none of those before. */
function takesLines(text: string): boolean {
  const before = parseEnvironmentFile(text);
  const added = probes.map(([name, rest]) => name + rest).join("\n");
  const after = parseEnvironmentFile(`${text}\n${added}\n`);
  return (
    after.size === before.size + probes.length &&
    [...before].every(([name, value]) => after.get(name) === value)
  );
}

/**
 * What the core may know of an `.env` file: no value of it. Undefined where it cannot be read, or where a line at its end
 * would be drawn into a quoted text that is never closed.
 */
export function describeEnvironmentFile(
  file: string,
  read: FileText,
): EnvironmentFile | undefined {
  if ("error" in read && read.error !== "missing") return undefined;
  const text = "text" in read ? read.text : "";
  if (!takesLines(text)) return undefined;
  return {
    file,
    exists: "text" in read,
    names: new Set(parseEnvironmentFile(text).keys()),
    length: text.length,
    end: new LineIndex(text).positionAt(text.length),
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
    endsMidLine: text !== "" && !text.endsWith("\n"),
  };
}

/** Whether two looks at an `.env` file saw the same. */
export function isSameEnvironmentFile(
  one: EnvironmentFile | undefined,
  other: EnvironmentFile | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.exists === other.exists &&
    one.length === other.length &&
    one.end.line === other.end.line &&
    one.endsMidLine === other.endsMidLine &&
    one.lineBreak === other.lineBreak &&
    one.names.size === other.names.size &&
    [...one.names].every((name) => other.names.has(name))
  );
}
