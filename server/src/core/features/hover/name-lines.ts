import { normalizedAgentId } from "../../access/account-ids.ts";
import { isRepeatable } from "../../config/without-secrets.ts";
import { channelRow } from "../../dialects/clawdbot/channels.ts";
import type { NameKind } from "../../dialects/clawdbot/name-places.ts";
import type { Analysis } from "../analysis.ts";
import type { NameUse } from "../names/name-index.ts";
import { code } from "./markdown.ts";

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** The channel that a name with a channel in front belongs to. */
const channelOf = (name: string): string => {
  const id = name.slice(0, name.indexOf("/"));
  return channelRow(id)?.label ?? id;
};

/** What a name is, without where it is used. */
const heads: Readonly<
  Record<NameKind, (name: string, written: string) => string>
> = {
  agent: (name) => `Agent ${code(name)}`,
  channel: (name) => `Channel ${channelRow(name)?.label ?? code(name)}`,
  account: (name, written) => `Account ${code(written)} of ${channelOf(name)}`,
  place: (name, written) =>
    `${code(written)} on ${channelOf(name)}, by the service's own id`,
  provider: (name) => `Model provider ${code(name)}`,
  profile: (name) => `Login ${code(name)}`,
  model: (name) =>
    name.includes("/") ? `Model ${code(name)}` : `Short name ${code(name)}`,
  plugin: (name) => `Plugin ${code(name)}`,
  variable: (name) => `Variable ${code(name)}`,
};

/** Who a name is for: what it stands for, who answers there, where else it is written. */
export function nameLines(analysis: Analysis, use: NameUse): readonly string[] {
  const { names, resolved } = analysis;
  const uses = names.named(use.kind, use.name);
  const text = resolved.documentOf(use.place.file)?.text ?? "";
  const written = text.slice(
    use.place.offset,
    use.place.offset + use.place.length,
  );
  // A name in which somebody put a secret is said by nobody.
  if (!isRepeatable(written) || !isRepeatable(use.name)) return [];
  const facts = [heads[use.kind](use.name, written)];
  const isMissing =
    mustBeDefined(use.kind) && !uses.some(({ isDefinition }) => isDefinition);
  if (isMissing) facts.push("not defined in this config");
  const others = uses.length - 1;
  if (others > 0)
    facts.push(`used in ${counted(others, "other place", "other places")}`);
  const bound = isMissing ? "" : boundTo(analysis, use);
  return [`${facts.join(" · ")}.${bound === "" ? "" : ` ${bound}`}`];
}

const mustBeDefined = (kind: NameKind): boolean =>
  kind === "agent" || kind === "account" || kind === "profile";

/** A channel that may be named. */
const isName = (channel: unknown): boolean =>
  typeof channel === "string" && isRepeatable(channel);

/** Which agents the bindings of an account lead to, and which bindings an agent has. */
function boundTo({ resolved }: Analysis, { kind, name }: NameUse): string {
  if (kind !== "account" && kind !== "agent") return "";
  const bindings = resolved.root?.get("bindings")?.items ?? [];
  const led = bindings.flatMap((binding) => {
    const agent = binding.get("agentId")?.scalar;
    if (typeof agent !== "string" || !isRepeatable(agent)) return [];
    const channel = binding.find(["match", "channel"])?.scalar;
    const account = binding.find(["match", "accountId"])?.scalar;
    if (kind === "agent")
      return normalizedAgentId(agent) === name && isName(channel)
        ? [String(channel)]
        : [];
    return `${String(channel)}/${String(account)}` === name ? [agent] : [];
  });
  if (led.length === 0) return "";
  const targets = [...new Set(led)].slice(0, 4).map(code).join(", ");
  return kind === "agent"
    ? `Bindings give it messages from ${targets}.`
    : `Bindings give its messages to ${targets}.`;
}
