import type { SchemaProblemCode } from "./schema-problem.ts";

/** What is written about a kind of schema problem. Every text is plain Markdown. */
export interface SchemaProblemKind {
  readonly code: SchemaProblemCode;
  readonly effect: "refused";
  readonly docs: {
    readonly summary: string;
    readonly why: string;
    readonly remedy: string;
    /** A config that has the problem exactly once. */
    readonly bad: string;
    /** The same config without it. */
    readonly good: string;
  };
}

/** Every code that `validateSchema` reports. */
export const schemaProblemKinds: readonly SchemaProblemKind[] = [
  {
    code: "schema.unknown_key",
    effect: "refused",
    docs: {
      summary: "A key that this release does not know",
      why: "Clawdbot refuses the whole file for a single key it does not know, even a harmless one: nothing in it takes effect, and the gateway does not start.",
      remedy:
        "Rename or move the key to what was meant; the quick-fixes know slips of the fingers, keys that have moved, and keys of other releases. Remove it only if nothing depends on it.",
      bad: `{ channels: { slack: { dmPolicy: "pairing" } } }`,
      good: `{ channels: { slack: { dm: { policy: "pairing" } } } }`,
    },
  },
  {
    code: "schema.missing_key",
    effect: "refused",
    docs: {
      summary: "A required key is missing",
      why: "Some objects mean nothing without certain keys: a model provider without its address, a binding without the agent. Clawdbot refuses the whole file.",
      remedy:
        "Add the key. The quick-fix inserts one with a value that is accepted; where it says so, put your own in its place.",
      bad: `{ agents: { list: [{ name: "Ada" }] } }`,
      good: `{ agents: { list: [{ id: "ada", name: "Ada" }] } }`,
    },
  },
  {
    code: "schema.type",
    effect: "refused",
    docs: {
      summary: "A value of the wrong type",
      why: "Text where a number is wanted, a list where an object is wanted, and the like: Clawdbot converts nothing and refuses the whole file. A variable such as `${PORT}` is always text.",
      remedy:
        "Write the value in the type the message names. The quick-fix does so where only one thing can be meant.",
      bad: `{ gateway: { port: "18789" } }`,
      good: `{ gateway: { port: 18789 } }`,
    },
  },
  {
    code: "schema.enum",
    effect: "refused",
    docs: {
      summary: "A value that is none of those allowed",
      why: 'The setting takes certain words only. Clawdbot refuses the whole file and often says no more than "Invalid input".',
      remedy:
        "Choose one of the values in the message. A hover over the key explains each of them.",
      bad: `{ gateway: { bind: "0.0.0.0" } }`,
      good: `{ gateway: { bind: "loopback" } }`,
    },
  },
  {
    code: "schema.range",
    effect: "refused",
    docs: {
      summary: "A number outside its limits",
      why: "Clawdbot refuses the whole file rather than take the nearest number.",
      remedy: "Choose a number inside the limits that the message names.",
      bad: `{ commands: { bashForegroundMs: 60000 } }`,
      good: `{ commands: { bashForegroundMs: 30000 } }`,
    },
  },
  {
    code: "schema.length",
    effect: "refused",
    docs: {
      summary: "A text that is empty or too long",
      why: "Some texts must not be empty, a few have a greatest length. Clawdbot refuses the whole file.",
      remedy:
        "Write a text of the length that the message names, or leave the key out where it is not required.",
      bad: `{ models: { providers: { local: { baseUrl: "", models: [] } } } }`,
      good: `{ models: { providers: { local: { baseUrl: "http://127.0.0.1:11434/v1", models: [] } } } }`,
    },
  },
  {
    code: "schema.pattern",
    effect: "refused",
    docs: {
      summary: "A text that is not of the form wanted",
      why: "Colours are six hexadecimal digits, with or without `#`. Clawdbot refuses the whole file for any other text.",
      remedy: "Write the value in the form that the message names.",
      bad: `{ ui: { seamColor: "orange" } }`,
      good: `{ ui: { seamColor: "#FFA500" } }`,
    },
  },
  {
    code: "schema.key_name",
    effect: "refused",
    docs: {
      summary: "A name that is not allowed there",
      why: "Names of browser profiles become folder names: only small letters, digits and hyphens are allowed. Clawdbot refuses the whole file.",
      remedy: "Rename the key, and whatever refers to it.",
      bad: `{ browser: { profiles: { "My Work": { cdpPort: 18801, color: "0066CC" } } } }`,
      good: `{ browser: { profiles: { "my-work": { cdpPort: 18801, color: "0066CC" } } } }`,
    },
  },
  {
    code: "schema.plugin_config",
    effect: "refused",
    docs: {
      summary: "The settings of a plugin are not what the plugin takes",
      why: "Each bundled plugin says which settings it takes under `plugins.entries.<id>.config`; most take none. Clawdbot refuses the whole file for a key or value the plugin does not know.",
      remedy: "Correct the value as the message says, or remove it.",
      bad: `{ plugins: { entries: { telegram: { config: { botToken: "…" } } } } }`,
      good: `{ plugins: { entries: { telegram: { enabled: true } } } }`,
    },
  },
];
