/**
 * Secrets that can be told by their look: the prefixes that those who issue them publish for this very purpose. Reading a
 * text is one pass for each prefix; no expression here can backtrack over more than a fixed number of characters.
 */

/** A kind of secret with a look of its own. */
interface Family {
  /** As a message names it: "a Slack token". */
  readonly name: string;
  readonly prefix: string;
  /** Characters that may follow. */
  readonly alphabet: RegExp;
  /** At least so many follow. */
  readonly least: number;
  /** Whether capitals and digits alone follow, exactly `least` of them. */
  readonly exact?: true;
}

const word = /[A-Za-z0-9_-]/;
const letters = /[A-Za-z0-9]/;
const dotted = /[A-Za-z0-9_.-]/;

const family = (
  name: string,
  prefix: string,
  least: number,
  alphabet: RegExp = word,
): Family => ({ name, prefix, alphabet, least });

/** The longer prefix stands before the one that it begins with. */
const families: readonly Family[] = [
  family("an Anthropic key", "sk-ant-", 20),
  family("an OpenRouter key", "sk-or-", 20),
  family("an OpenAI key", "sk-proj-", 20),
  family("an API key", "sk-", 20),
  family("an ElevenLabs key", "sk_", 40, letters),
  family("a Stripe key", "sk_live_", 20, letters),
  family("a Stripe key", "rk_live_", 20, letters),
  family("a Google API key", "AIza", 35),
  family("a Google access token", "ya29.", 20, dotted),
  family("a Slack token", "xoxb-", 10),
  family("a Slack token", "xoxp-", 10),
  family("a Slack token", "xoxa-", 10),
  family("a Slack token", "xoxr-", 10),
  family("a Slack token", "xoxs-", 10),
  family("a Slack token", "xoxe.", 10, dotted),
  family("a Slack token", "xapp-", 10),
  family("a GitHub token", "ghp_", 36, letters),
  family("a GitHub token", "gho_", 36, letters),
  family("a GitHub token", "ghu_", 36, letters),
  family("a GitHub token", "ghs_", 36, letters),
  family("a GitHub token", "ghr_", 36, letters),
  family("a GitHub token", "github_pat_", 22),
  family("a GitLab token", "glpat-", 20),
  family("a Groq key", "gsk_", 20, letters),
  family("a Perplexity key", "pplx-", 20, letters),
  family("an xAI key", "xai-", 20, letters),
  family("a Hugging Face token", "hf_", 30, letters),
  family("a Replicate token", "r8_", 30, letters),
  family("a Tavily key", "tvly-", 20),
  family("an npm token", "npm_", 36, letters),
  family("a Notion token", "ntn_", 40, letters),
  family("a SendGrid key", "SG.", 40, dotted),
  family("a DigitalOcean token", "dop_v1_", 40, letters),
  family("a Matrix access token", "syt_", 20),
  family("a Nostr private key", "nsec1", 58, letters),
  family("a webhook's signing secret", "whsec_", 20, /[A-Za-z0-9+/=]/),
  family("an age key", "AGE-SECRET-KEY-1", 50, letters),
  { ...family("an AWS access key", "AKIA", 16, /[A-Z0-9]/), exact: true },
  { ...family("an AWS access key", "ASIA", 16, /[A-Z0-9]/), exact: true },
];

/** Looks without a prefix: parts of fixed lengths, so that nothing is read twice more often than those lengths. */
const shapes: readonly {
  readonly name: string;
  /** Without it there is none. */
  readonly sign: string;
  readonly look: RegExp;
}[] = [
  {
    name: "a Telegram bot token",
    sign: ":",
    look: /(?<![0-9A-Za-z])\d{8,10}:[\w-]{35}(?![\w-])/g,
  },
  {
    name: "a Discord bot token",
    sign: ".",
    look: /(?<![\w.-])[MNO][\w-]{22,27}\.[\w-]{6,7}\.[\w-]{27,45}(?![\w.-])/g,
  },
  {
    name: "a signed web token",
    sign: "eyJ",
    look: /(?<![\w.-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{16,4000}/g,
  },
];

const escaped = (text: string): string =>
  text.replace(/[.+*?()[\]{}|^$\\]/g, "\\$&");

/** What every secret here has in it; most texts have none of it, and are done with after one pass. */
const signs = new RegExp(
  [
    `\\b(?:${families.map(({ prefix }) => escaped(prefix)).join("|")})`,
    "PRIVATE KEY",
    "\\beyJ",
    "\\d:[\\w-]{35}",
    "\\b[MNO][\\w-]{22,27}\\.[\\w-]{6,7}\\.",
  ].join("|"),
);

const privateKey = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;

/** A secret in a text, with what it looks like. */
export interface FoundSecret {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function findFamily(text: string, row: Family): FoundSecret | undefined {
  const { prefix, alphabet, least, exact } = row;
  for (
    let at = text.indexOf(prefix);
    at !== -1;
    at = text.indexOf(prefix, at + prefix.length)
  ) {
    // "task-…" is no key.
    if (at > 0 && /\w/.test(text.charAt(at - 1))) continue;
    const start = at + prefix.length;
    let end = start;
    while (end < text.length && alphabet.test(text.charAt(end))) end++;
    const length = end - start;
    const isLong = exact === true ? length === least : length >= least;
    // Words with dashes between them are no key: keys have digits in them, and letters.
    const body = text.slice(start, end);
    if (isLong && /\d/.test(body) && /[A-Za-z]/.test(body))
      return { name: row.name, start: at, end };
  }
  return undefined;
}

/** The first secret in a text that can be told by its look. */
export function secretIn(text: string): FoundSecret | undefined {
  if (text.length < 14 || !signs.test(text)) return undefined;
  const key = privateKey.exec(text);
  if (key !== null)
    return { name: "a private key", start: key.index, end: text.length };
  for (const row of families) {
    const found = findFamily(text, row);
    if (found !== undefined) return found;
  }
  for (const { name, sign, look } of shapes) {
    if (!text.includes(sign)) continue;
    look.lastIndex = 0;
    const match = look.exec(text);
    if (match !== null)
      return {
        name,
        start: match.index,
        end: match.index + match[0].length,
      };
  }
  return undefined;
}

/**
 * Whether a whole file may hold such a secret: a glance that spares the look at each of its values. A secret spelt with
 * escapes is not noticed by it.
 */
export const mayHoldSecret = (document: string): boolean =>
  signs.test(document) && secretIn(document) !== undefined;
