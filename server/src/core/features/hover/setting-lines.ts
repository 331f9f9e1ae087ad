import type { ConfigNode } from "../../config/config-node.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { pathText } from "../../rules/rule.ts";
import type { SettingDescription } from "../../schema/describe-path.ts";
import { inWords } from "../../text/quantities.ts";
import { defaultText } from "../effective-text.ts";
import { code } from "./markdown.ts";
import { rulesLooking } from "./rules-looking.ts";

/** How many rules are named; who wants all finds them on the pages of the rules. */
const mostRules = 6;

/** What is pointed at. */
export interface Pointed {
  readonly path: JSONPath;
  /** What stands there in the merged config. */
  readonly setting: ConfigNode | undefined;
  readonly isKey: boolean;
}

/** What a setting does, short first: title and text, what the value means, and the facts. `inherits` says whom it asks when it is missing. */
export function settingLines(
  description: SettingDescription,
  pointed: Pointed,
  inherits: string | undefined,
): { readonly head: readonly string[]; readonly details: readonly string[] } {
  const { title, text, protects, page } = description;
  const rules = rulesLooking(description, pointed.path);
  const named = rules.slice(0, mostRules).map((rule) => `\`${rule}\``);
  const more =
    rules.length > mostRules ? ` and ${rules.length - mostRules} more` : "";
  return {
    head: [
      `**${title}**`,
      ...(text === "" ? [] : ["", text]),
      ...quantityLines(description, pointed.setting),
      ...valueLines(description, pointed),
    ],
    details: [
      ...(protects === undefined
        ? []
        : ["", `**Why it matters:** ${protects}`]),
      "",
      factsOf(description, pointed.path, inherits),
      ...(named.length === 0
        ? []
        : ["", `Checked by ${named.join(", ")}${more}`]),
      ...(page === undefined ? [] : ["", `[Documentation](${page})`]),
    ],
  };
}

/** A duration or a size in words. */
function quantityLines(
  { unit }: SettingDescription,
  setting: ConfigNode | undefined,
): readonly string[] {
  const value = setting?.scalar;
  const words = unit === undefined ? undefined : inWords(value, unit);
  return words === undefined ? [] : ["", `${code(value)} = ${words}`];
}

/** On a value what it means; on a key the values there are. */
function valueLines(
  { values = [] }: SettingDescription,
  { setting, isKey }: Pointed,
): readonly string[] {
  const written =
    !isKey && setting?.kind === "scalar"
      ? values.find(([value]) => value === setting.scalar)
      : undefined;
  if (written !== undefined && written[1] !== "")
    return ["", `${code(written[0])}: ${written[1]}`];
  if (!isKey || values.length === 0) return [];
  return [
    "",
    ...values.map(([value, said]) =>
      said === "" ? `- ${code(value)}` : `- ${code(value)}: ${said}`,
    ),
  ];
}

/** Path, type, default and the like, on one line. */
function factsOf(
  description: SettingDescription,
  path: JSONPath,
  inherits: string | undefined,
): string {
  const { type, defaultNote, safe, restart, unit } = description;
  const facts = [`\`${pathText(path)}\`: ${type}`];
  if (inherits !== undefined) facts.push(inherits);
  else if (description.default !== undefined)
    facts.push(`default ${defaultText(description.default, unit)}`);
  if (safe !== undefined) facts.push(`recommended ${code(safe)}`);
  if (restart === true) facts.push("a change needs a restart");
  // A channel that nobody knows has no say in it.
  else if (!description.pattern.startsWith("channels.*"))
    facts.push("applies without a restart");
  return (
    facts.join(" · ") + (defaultNote === undefined ? "" : `. ${defaultNote}`)
  );
}
