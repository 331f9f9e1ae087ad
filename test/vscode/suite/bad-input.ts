/** Files that nobody means to write, yet that lie about: the server has to answer on each. */
export interface BadInput {
  readonly name: string;
  /** UTF-8, given as bytes where it is not. */
  readonly content: () => string | Uint8Array;
  /** Whether something must be wrong with it. */
  readonly isRefused: boolean;
}

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === "number"
        ? [value]
        : [...new TextEncoder().encode(value)],
    ),
  );

const accepted =
  '{ gateway: { mode: "local", auth: { token: "${CLAWDBOT_GATEWAY_TOKEN}" } } }';

export const badInput: readonly BadInput[] = [
  { name: "empty.clawdbot.json", content: () => "", isRefused: true },
  {
    name: "comment.clawdbot.json",
    content: () => "// later\n/* much later */\n",
    isRefused: true,
  },
  { name: "brace.clawdbot.json", content: () => "{", isRefused: true },
  {
    name: "brackets.clawdbot.json",
    content: () => "[".repeat(1_048_576),
    isRefused: true,
  },
  {
    name: "nul.clawdbot.json",
    content: () => "{ gateway: \0\0 { port\0: 1 } }",
    isRefused: true,
  },
  {
    name: "surrogate.clawdbot.json",
    content: () =>
      bytes('{ "a', 0xed, 0xa0, 0x80, '": "', 0xed, 0xb0, 0x80, '" }'),
    isRefused: true,
  },
  {
    name: "escaped-surrogate.clawdbot.json",
    content: () => '{ "\\ud800": "\\udc00" }',
    isRefused: true,
  },
  {
    name: "words.clawdbot.json",
    content: () => "this is no config\n",
    isRefused: true,
  },
  {
    name: "crlf.clawdbot.json",
    content: () => accepted.replaceAll(" ", "\r\n"),
    isRefused: false,
  },
  {
    name: "bom.clawdbot.json",
    content: () => `\uFEFF${accepted}`,
    isRefused: false,
  },
];
