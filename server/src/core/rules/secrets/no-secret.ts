import { isPublishedExample } from "./published-examples.ts";

/** What people write into a key's place for servers that ask for none, in small letters. */
const dummies = new Set([
  "-",
  "anything",
  "dummy",
  "empty",
  "fake",
  "ignored",
  "litellm",
  "llama.cpp",
  "lm-studio",
  "lmstudio",
  "local",
  "localai",
  "n/a",
  "no-key",
  "none",
  "not-needed",
  "notneeded",
  "not-required",
  "null",
  "ollama",
  "sk-no-key-required",
  "unused",
  "vllm",
  "x",
]);

/** Whether a key says nothing but that none is needed, as servers on one's own machine have it. */
export const isDummyKey = (text: string): boolean =>
  dummies.has(text.trim().toLowerCase());

/** `$NAME`, `${name}`, `${env:NAME}`: meant as a variable, whether the program takes it for one or not. */
const reference = /^\$(?:env:)?\w+$|^\$\{[^{}]*\}$/;
/** In a shell's manner: what stands in for a variable that is not set may be the secret itself. */
const fallback = /^\$\{[A-Za-z_]\w*:?[-=]([^{}]+)\}$/;

/** Whether a text in a secret's place is none: blank, a reference, a published example, the hole of a template. */
export function isNoSecret(text: string): boolean {
  const trimmed = text.trim();
  const [, inPlace] = fallback.exec(trimmed) ?? [];
  if (inPlace !== undefined) return isNoSecret(inPlace);
  return (
    trimmed === "" || reference.test(trimmed) || isPublishedExample(trimmed)
  );
}
