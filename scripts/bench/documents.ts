/** Configs to measure with: of any size, valid, and the same for the same seed. */
import { Random } from "../random.ts";

/** `json` is plain; `jsonc` has a comment every 12 lines; `json5` also has bare keys, single quotes and trailing commas. */
export const forms = ["json", "jsonc", "json5"] as const;
export type Form = (typeof forms)[number];

type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [key: string]: Value };
type Fields = { [key: string]: Value };

const names = ["ops", "family", "travel", "books", "garden", "music", "work"];
const tools = ["read", "write", "exec", "browser", "web_search", "cron"];

/** What a person has many of; each makes one more of its kind, number `index`. */
const kinds: readonly ((
  parts: Parts,
  random: Random,
  index: number,
) => void)[] = [
  ({ agents }, random, index) => {
    const name = `${random.pick(names)}-${index}`;
    agents.push({
      id: name,
      name: `${random.pick(names)} helper`,
      workspace: `~/clawd/${name}`,
      identity: { name, emoji: "🦞", theme: "calm" },
      groupChat: { mentionPatterns: [`@${name}`, name] },
      sandbox: { mode: "all", scope: "agent", workspaceAccess: "none" },
      tools: { allow: ["read", random.pick(tools)], deny: ["gateway"] },
    });
  },
  ({ bindings, agents }, random) => {
    const agent = random.pick(agents);
    bindings.push({
      agentId: agent["id"] ?? "main",
      match: {
        channel: random.pick(["telegram", "discord", "slack"]),
        peer: { kind: "group", id: `-100${random.digits(9)}` },
      },
    });
  },
  ({ providers }, random, index) => {
    providers[`provider-${index}`] = {
      baseUrl: `https://models-${index}.example.com/v1`,
      apiKey: `\${PROVIDER_${index}_KEY}`,
      api: "openai-completions",
      models: ["small", "large"].map((size) => ({
        id: `${random.pick(names)}-${size}`,
        name: `Model ${size}`,
        reasoning: random.chance(0.5),
        input: ["text"],
        cost: { input: 0.25, output: 1.5, cacheRead: 0, cacheWrite: 0 },
        contextWindow: 128_000,
        maxTokens: 8192,
      })),
    };
  },
  ({ groups }, random) => {
    groups[`-100${random.digits(10)}`] = {
      requireMention: true,
      allowFrom: [random.digits(9), random.digits(9)],
      systemPrompt: `Keep answers short. This is about ${random.pick(names)}.`,
    };
  },
  ({ accounts }, random, index) => {
    accounts[`account${index}`] = {
      name: `Bot ${random.pick(names)}`,
      botToken: `\${TELEGRAM_TOKEN_${index}}`,
      dmPolicy: "allowlist",
      allowFrom: [random.digits(9)],
    };
  },
  ({ guilds }, random) => {
    guilds[random.digits(18)] = {
      slug: random.pick(names),
      requireMention: true,
      users: [random.digits(18), random.digits(18)],
      channels: {
        [random.digits(18)]: { allow: true, requireMention: false },
        [random.digits(18)]: { allow: true, users: [random.digits(18)] },
      },
    };
  },
  ({ slack }, random) => {
    slack[`C0${random.digits(9)}`] = {
      enabled: true,
      requireMention: true,
      users: [`U0${random.digits(9)}`],
    };
  },
];

interface Parts {
  readonly agents: Fields[];
  readonly bindings: Fields[];
  readonly providers: Fields;
  readonly groups: Fields;
  readonly accounts: Fields;
  readonly guilds: Fields;
  readonly slack: Fields;
}

const assemble = (parts: Parts): Value => ({
  gateway: {
    mode: "local",
    bind: "loopback",
    port: 18_789,
    auth: { mode: "token", token: "${CLAWDBOT_GATEWAY_TOKEN}" },
    trustedProxies: ["127.0.0.1", "::1"],
  },
  logging: { level: "info", redactSensitive: "tools" },
  agents: {
    defaults: { sandbox: { mode: "all", workspaceAccess: "none" } },
    list: parts.agents,
  },
  bindings: parts.bindings,
  models: { providers: parts.providers },
  channels: {
    telegram: {
      dmPolicy: "pairing",
      groupPolicy: "allowlist",
      groups: parts.groups,
      accounts: parts.accounts,
    },
    discord: {
      dm: { policy: "pairing" },
      groupPolicy: "allowlist",
      guilds: parts.guilds,
    },
    slack: { dm: { policy: "pairing" }, channels: parts.slack },
  },
});

const linesOf = (value: unknown): number =>
  JSON.stringify(value, undefined, 2).split("\n").length;

/** A config of about that many lines (at least about 60; a few more at most). */
export function benchText(lines: number, form: Form, seed = 1): string {
  const random = new Random(seed);
  const parts: Parts = {
    agents: [],
    bindings: [],
    providers: {},
    groups: {},
    accounts: {},
    guilds: {},
    slack: {},
  };
  const sizes = new Map<number, number>();
  // Comments are lines as well.
  const wanted = form === "json" ? lines : (lines * 12) / 13;
  for (let index = 0, have = linesOf(assemble(parts)); have < wanted; index++) {
    const kind = index % kinds.length;
    kinds[kind]?.(parts, random, index);
    // From the second of its kind on, each has the same number of lines: counting no more keeps this linear.
    let size = sizes.get(kind);
    if (size === undefined || index < 2 * kinds.length) {
      size = linesOf(assemble(parts)) - have;
      sizes.set(kind, size);
    }
    have += size;
  }
  return write(assemble(parts), form);
}

function write(value: Value, form: Form): string {
  const plain = JSON.stringify(value, undefined, 2).split("\n");
  if (form === "json") return `${plain.join("\n")}\n`;
  const lines: string[] = [];
  for (const [index, line] of plain.entries()) {
    if (index % 12 === 6)
      lines.push(`${/^ */.exec(line)?.[0] ?? ""}// note ${index}: as agreed`);
    lines.push(form === "json5" ? relaxed(line) : line);
  }
  return `${lines.join("\n")}\n`;
}

/** A line of plain JSON as people write JSON5. */
function relaxed(line: string): string {
  return line
    .replace(/^( *)"([A-Za-z_]\w*)":/, "$1$2:")
    .replace(/"([^"']*)"(,?)$/, "'$1'$2")
    .replace(/([^,{[])$/, (last) => (line.startsWith("}") ? last : `${last},`));
}
