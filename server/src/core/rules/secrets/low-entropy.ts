import { commonWords } from "./common-words.ts";
import { isPublishedExample } from "./published-examples.ts";

/** Why a secret keeps nobody out, whatever its length. */
export type SecretWeakness =
  | "published"
  | "blank"
  | "few-characters"
  | "repetition"
  | "sequence"
  | "common-words";

/** The weakness in words, to follow "The gateway token". No part of the secret is in them. */
export const weaknessText: Readonly<Record<SecretWeakness, string>> = {
  published: "is a published example, which anybody can look up",
  blank: "is made of blanks alone, which anybody can send",
  "few-characters": "is made of few different characters, so it can be guessed",
  repetition: "repeats one group of characters, so it can be guessed",
  sequence: "runs along the alphabet, the digits or the keyboard",
  "common-words":
    "is made of words and digits that everybody tries first, whatever its length",
};

/**
 * Why a secret can be guessed; undefined when nothing speaks against it. An empty text is no secret, and a text that has a
 * variable in it must not be asked about. Shortness alone is not judged here: each secret has its own limit.
 */
export function weaknessOf(secret: string): SecretWeakness | undefined {
  const text = secret.trim();
  if (text === "") return secret === "" ? undefined : "blank";
  if (isPublishedExample(text)) return "published";
  if (isRepetition(text)) return "repetition";
  if (isSequence(text)) return "sequence";
  if (isWords(text)) return "common-words";
  return hasFewCharacters(text) ? "few-characters" : undefined;
}

/** Whether one group of characters, at least twice, makes the whole text up; the last time it may be cut short. */
function isRepetition(text: string): boolean {
  if (text.length < 6) return false;
  // For each beginning of the text, the length of its longest proper part that it both begins and ends with.
  const borders = [0];
  for (let index = 1, border = 0; index < text.length; index++) {
    while (border > 0 && text[index] !== text[border])
      border = borders[border - 1] ?? 0;
    if (text[index] === text[border]) border += 1;
    borders.push(border);
  }
  const group = text.length - (borders.at(-1) ?? 0);
  return group * 2 <= text.length;
}

/** What the eye or the finger runs along. */
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
];

const neighbours: ReadonlySet<string> = new Set(
  rows.flatMap((row) =>
    row
      .slice(1)
      .split("")
      .flatMap((letter, index) => {
        const before = row.charAt(index);
        return [before + letter, letter + before];
      }),
  ),
);

/**
 * Whether the text is made of runs of at least four characters on average. Of two characters that chance brings together one
 * pair in five is a step of a run, so a random text of eight has runs like that once in three thousand times, a longer one never.
 */
function isSequence(text: string): boolean {
  if (text.length < 8) return false;
  const plain = text.toLowerCase();
  let runs = 1;
  for (let index = 1; index < plain.length; index++)
    if (!continuesRun(plain, index)) runs += 1;
  return runs * 4 <= plain.length;
}

/** Whether a character repeats the one before it or is its neighbour in a row. */
function continuesRun(text: string, index: number): boolean {
  const [before, here] = [text.charAt(index - 1), text.charAt(index)];
  return before === here || neighbours.has(before + here);
}

/**
 * Whether so few different characters make the text up that chance would not: the limit is passed by one random text of 28 hex
 * digits in fifty thousand, and by fewer of any other length or alphabet. Digits alone have a limit of their own.
 */
function hasFewCharacters(text: string): boolean {
  const different = new Set(text).size;
  return /^\d+$/.test(text)
    ? text.length >= 10 && different <= Math.min(4, text.length / 5)
    : text.length >= 12 && different <= Math.min(8, text.length / 3.5);
}

const wordsByLetter: ReadonlyMap<string, readonly string[]> = new Map(
  "abcdefghijklmnopqrstuvwxyz"
    .split("")
    .map((letter) => [
      letter,
      commonWords.filter((word) => word.startsWith(letter)),
    ]),
);

/** Signs that stand for letters; 1 is both i and l. */
const standIns: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const couldBe = (written: string, letter: string): boolean =>
  written === letter || (standIns[written]?.includes(letter) ?? false);

/** So many signs beside the words are no secret yet: a year, a date. A row of them counts as one. */
const mostFillers = 8;

/** Words are looked for in texts that a person may have typed. */
const longestTyped = 64;

/** Whether the text falls apart into common words, separators and a few digits. */
function isWords(text: string): boolean {
  if (text.length > longestTyped) return false;
  const plain = text.toLowerCase();
  // The fewest fillers with which the text can be taken apart up to each place; a word must be among the parts.
  const bare: (number | undefined)[] = [0];
  const worded: (number | undefined)[] = [];
  const reach = (
    list: (number | undefined)[],
    at: number,
    fillers: number | undefined,
  ): void => {
    if (fillers === undefined || fillers > mostFillers) return;
    list[at] = Math.min(list[at] ?? fillers, fillers);
  };
  for (let at = 0; at < plain.length; at++) {
    const written = plain.charAt(at);
    const soFar = least(bare[at], worded[at]);
    if (soFar === undefined) continue;
    if (/[^\p{L}\p{M}]/u.test(written)) {
      const isFree =
        /[-_. /+]/.test(written) || (at > 0 && continuesRun(plain, at));
      for (const list of [bare, worded]) {
        const fillers = list[at];
        if (fillers !== undefined)
          reach(list, at + 1, fillers + (isFree ? 0 : 1));
      }
    }
    for (const letter of standIns[written] ?? written)
      for (const word of wordsByLetter.get(letter) ?? [])
        if (stands(word, plain, at)) reach(worded, at + word.length, soFar);
  }
  return worded[plain.length] !== undefined;
}

const least = (
  one: number | undefined,
  other: number | undefined,
): number | undefined =>
  one === undefined || other === undefined
    ? (one ?? other)
    : Math.min(one, other);

/** Whether the word stands in the text at a place; fewer than two thirds of its letters may have stand-ins. */
function stands(word: string, text: string, at: number): boolean {
  if (at + word.length > text.length) return false;
  let standingIn = 0;
  for (let index = 0; index < word.length; index++) {
    const written = text.charAt(at + index);
    if (!couldBe(written, word.charAt(index))) return false;
    if (written !== word.charAt(index)) standingIn += 1;
  }
  return standingIn * 3 < word.length * 2;
}
