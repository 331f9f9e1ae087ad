import assert from "node:assert/strict";
import { secretSettings } from "../../server/src/core/dialects/clawdbot/secret-settings.ts";
import { isSecretName } from "../../server/src/core/config/secret-names.ts";
import {
  keyNameOf,
  pathOf,
  walk,
} from "../../server/src/core/json5/navigate.ts";
import type { Node } from "../../server/src/core/json5/nodes.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import type { Edit } from "../../server/src/core/json5/nodes.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";

/**
 * Secrets that can be found again in any piece of six characters: `zQ`, two of theirs, `zQ`, and so on. Nothing of ours and
 * no config of the tests says `zQ` twice so close, so one look tells whether a text repeats any of them, in whatever case.
 */
const trace = /zq[a-z0-9]{2}zq/i;

/** The pieces of secrets in a text, with a little of what stands around them. */
export function leaksIn(text: string): readonly string[] {
  const found = trace.exec(text);
  return found === null
    ? []
    : [text.slice(Math.max(0, found.index - 60), found.index + 40)];
}

export const assertNoLeak = (text: string, where: string): void =>
  assert.deepEqual(leaksIn(text), [], where);

/** Makes secrets of every look, each of them another one, and counts them. */
export class Canaries {
  planted = 0;
  #count = 0;

  /** Characters of a kind, each four of them a trace. */
  #core(length: number, alphabet = "k3w9v7p2m4x8c6d5t"): string {
    this.planted += 1;
    this.#count += 1;
    let text = "";
    for (let at = 0; text.length < length; at++) {
      const seed = this.#count * 31 + at * 7;
      text += `zQ${alphabet[seed % alphabet.length]}${alphabet[(seed * 3 + 1) % alphabet.length]}`;
    }
    return text.slice(0, length);
  }

  /** Letters and digits. */
  plain(): string {
    return this.#core(24);
  }

  /** Letters alone, so that it could be a word, or the name of something. */
  word(): string {
    return this.#core(14, "kwvpmxcdtbfg");
  }

  /** A look that tells what it is. */
  withLook(): string {
    const looks = [
      () => `sk-ant-api03-${this.#core(32)}`,
      () => `sk-${this.#core(32)}`,
      () => `ghp_${this.#core(36)}`,
      () => `xoxb-1234-${this.#core(24)}`,
      () => `1234567890:${this.#core(35)}`,
      () => `AIza${this.#core(35)}`,
      () => `-----BEGIN PRIVATE KEY-----\n${this.#core(32)}\n`,
      () => `npm_${this.#core(36)}`,
    ];
    const make = looks[this.#count % looks.length];
    return make?.() ?? this.plain();
  }

  /** An address with a password in it. */
  address(): string {
    return `https://me:${this.#core(20)}@host.example/v1`;
  }

  /** A text that looks like a variable, with a secret to stand in for it. */
  lookalike(): string {
    return `\${MY_NAME:-${this.#core(20)}}`;
  }
}

/** What is put where. */
export type Planting = (canaries: Canaries, node: Node) => string | undefined;

const isKey = (node: Node): boolean =>
  node.parent?.type === "property" && node.parent.children?.[0] === node;

/** The name in front of a value, that of the list for its items. */
function nameOf(node: Node): string {
  let at: Node | undefined = node;
  while (at !== undefined && at.type !== "property") at = at.parent;
  return (at && keyNameOf(at)) ?? "";
}

const settingsWithSecrets = secretSettings.map(({ setting }) =>
  setting.replaceAll("[]", ".[]").split("."),
);

/** Whether the place of a value says that it is a secret. */
function isSecretPlace(node: Node): boolean {
  const path = pathOf(node);
  return (
    isSecretName(nameOf(node)) ||
    settingsWithSecrets.some(
      (keys) =>
        keys.length === path.length &&
        keys.every(
          (key, depth) =>
            key === "*" ||
            key === path[depth] ||
            (key === "[]" && typeof path[depth] === "number"),
        ),
    )
  );
}

/** A text in which what the planting wants stands in the place of values; other values stay. */
function planted(text: string, canaries: Canaries, planting: Planting): string {
  const edits: Edit[] = [];
  for (const node of walk(parseJson5(text).root)) {
    if (isKey(node) || node.children !== undefined || node.length === 0)
      continue;
    // A file that cannot be found is named; nobody calls a file by a secret.
    if (nameOf(node) === "$include") continue;
    const content = planting(canaries, node);
    if (content !== undefined)
      edits.push({ offset: node.offset, length: node.length, content });
  }
  return applyEdits(text, edits);
}

const quoted = (value: string): string => JSON.stringify(value);

/** Ways to put secrets into a config, by name. */
export const plantings: readonly (readonly [string, Planting])[] = [
  [
    "where secrets belong",
    (canaries, node) =>
      isSecretPlace(node) ? quoted(canaries.plain()) : undefined,
  ],
  [
    "where secrets belong, as words",
    (canaries, node) =>
      isSecretPlace(node) ? quoted(canaries.word()) : undefined,
  ],
  [
    "where secrets belong, in a list",
    (canaries, node) =>
      isSecretPlace(node) ? `[${quoted(canaries.word())}]` : undefined,
  ],
  [
    "where secrets belong, in an object",
    (canaries, node) =>
      isSecretPlace(node)
        ? `{ value: ${quoted(canaries.word())}, 'extra': ${quoted(canaries.plain())} }`
        : undefined,
  ],
  [
    "where secrets belong, as lookalikes of variables",
    (canaries, node) =>
      isSecretPlace(node) ? quoted(canaries.lookalike()) : undefined,
  ],
  [
    "in every text, by their look",
    (canaries, node) =>
      node.type === "string" ? quoted(canaries.withLook()) : undefined,
  ],
  [
    "in every text, within others",
    (canaries, node) =>
      node.type === "string"
        ? quoted(`say ${canaries.withLook()} twice`)
        : undefined,
  ],
  [
    "in every text, as an address",
    (canaries, node) =>
      node.type === "string" ? quoted(canaries.address()) : undefined,
  ],
  [
    "in place of every number, switch and null",
    (canaries, node) =>
      node.type === "string" ? undefined : quoted(canaries.withLook()),
  ],
];

/**
 * The same config with secrets in it, in every way there is; the first element is the way's name. The unfinished texts are
 * many, and alike for any config, so they are made on demand.
 */
export function* withCanaries(
  text: string,
  canaries: Canaries,
  unfinished: boolean,
): Iterable<readonly [string, string]> {
  for (const [way, planting] of plantings) {
    const result = planted(text, canaries, planting);
    if (result !== text) yield [way, result];
  }
  const open = text.indexOf("{");
  if (open === -1) return;
  const inside = (more: string): string =>
    `${text.slice(0, open + 1)} ${more}${text.slice(open + 1)}`;
  yield [
    "under unknown keys",
    inside(
      `apiKey: ${quoted(canaries.word())}, telegramToken: [${quoted(canaries.plain())}], credentials: { password: ${quoted(canaries.word())} }, `,
    ),
  ];
  yield ["as a key", inside(`${quoted(canaries.withLook())}: 1, `)];
  yield [
    "in a comment",
    inside(
      `// token ${canaries.withLook().replaceAll("\n", " ")}\n/* ${canaries.plain()} */ `,
    ),
  ];
  yield [
    "twice under one key",
    inside(
      `channels: { discord: { token: ${quoted(canaries.plain())}, token: ${quoted(canaries.plain())} } }, `,
    ),
  ];
  if (unfinished) yield* unfinishedTexts(inside, canaries);
}

/** Texts that somebody is in the middle of writing. */
function* unfinishedTexts(
  inside: (more: string) => string,
  canaries: Canaries,
): Iterable<readonly [string, string]> {
  const beginnings = [
    `token: ${quoted(canaries.plain()).slice(0, -1)}\n`,
    `token: ${canaries.plain()}, `,
    `token: ${canaries.word()} ${canaries.word()}, `,
    `token ${quoted(canaries.plain())}, `,
    `token: ${quoted(canaries.plain())} ${quoted(canaries.word())} `,
    `token = ${quoted(canaries.plain())}, `,
    `token: \u201C${canaries.plain()}\u201D, `,
    `${canaries.word()}, `,
    `${quoted(canaries.plain())}, `,
    `token: "\\q${canaries.plain()}\\x${canaries.word()}\\u{${canaries.word()}", `,
    `token: 0x${canaries.word()}, `,
    `token: -${canaries.word()}, `,
    `token: [${quoted(canaries.plain())} ${canaries.word()}`,
    `export TOKEN=${canaries.plain()}\n`,
    `# token ${canaries.plain()}\n`,
  ];
  for (const beginning of beginnings)
    yield ["in a text that is not finished", inside(beginning)];
}
