import { readFileSync } from "node:fs";
import { Random } from "../../scripts/random.ts";

/** A config with something of everything that features look for. */
const rich = `{
  // who may write
  $include: ["./base.json5"],
  channels: { telegram: { dmPolicy: 'open', allowFrom: ["*"], accounts: { work: { botToken: "\${T}" } } },
    discord: { guilds: { "123456789012345678": { requireMention: true } } } },
  "agents": { defaults: { heartbeat: { every: "90m" }, models: { "openai/gpt-5.2": { alias: "fast" } } },
    list: [{ id: "a", model: "fast", sandbox: {} }] },
  bindings: [{ agentId: "a", match: { channel: "telegram", accountId: "work" } }],
  gateway: { auth: { token: "sk-\${M}-é𝒳" }, port: 0x4965 }, /* end */
}`;

const marks = [
  ..."{ } [ ] : , \" ' $ / * \\ \n \u0000".split(" "),
  " ",
  "${",
  "//",
  "/*",
  "\r\n",
  "\uD800",
];

type Damage = (text: string, random: Random) => string;

/** What people, editors and accidents do to a text. */
const damages: readonly Damage[] = [
  // Cut off.
  (text, random) => text.slice(0, random.below(text.length)),
  // The beginning is lost.
  (text, random) => text.slice(random.below(text.length)),
  // Something left out.
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random.below(12));
  },
  // Something too much.
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(marks) + text.slice(at);
  },
  // A mark that is another one.
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(marks) + text.slice(at + 1);
  },
  // A stretch pasted twice.
  (text, random) => {
    const at = random.below(text.length);
    const piece = text.slice(at, at + random.below(80));
    return text.slice(0, at) + piece + piece + text.slice(at);
  },
];

/** That many broken texts, the same for the same seed; one to three kinds of damage each. */
export function brokenTexts(count: number, seed: number): readonly string[] {
  const random = new Random(seed);
  const whole = [
    rich,
    readFileSync("examples/exposed.clawdbot.json", "utf8"),
    readFileSync("examples/article.clawdbot.json", "utf8"),
  ];
  return Array.from({ length: count }, (_, index) => {
    let text = whole[index % whole.length] ?? rich;
    for (let times = 1 + random.below(3); times > 0; times--)
      text = random.pick(damages)(text, random);
    return text;
  });
}
