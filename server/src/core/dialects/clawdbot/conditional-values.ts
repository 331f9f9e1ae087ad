/**
 * Values that the release takes only beside others, which no schema says (config/zod-schema.providers-core.js,
 * zod-schema.providers-whatsapp.js). Direct-message policies follow from the table of channels.
 */
export interface ConditionalValue {
  /** Dotted, `*` any key. */
  readonly setting: string;
  readonly value: string | boolean;
  /** A value beside it, or beside the accounts, without which it does not matter. */
  readonly when?: { readonly key: string; readonly value: string };
  /** Keys beside it, or beside the accounts, one of which has to be there. */
  readonly beside: readonly string[];
}

export const conditionalValues: readonly ConditionalValue[] = [
  { setting: "channels.slack.mode", value: "http", beside: ["signingSecret"] },
  {
    setting: "channels.slack.accounts.*.mode",
    value: "http",
    beside: ["signingSecret"],
  },
  {
    setting: "channels.slack.accounts.*.enabled",
    value: true,
    when: { key: "mode", value: "http" },
    beside: ["signingSecret"],
  },
];
