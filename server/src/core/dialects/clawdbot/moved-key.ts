/** A key that people write and release 2026.1.24-3 refuses, with the place that takes its meaning. */
export interface MovedKey {
  /** The refused key: dotted, `*` any one key, `[]` any index, a quoted `"*"` the key `*` itself. */
  readonly from: string;
  /** The setting that takes the value; `*` and `[]` are taken from `from`, in order. */
  readonly to?: string;
  /** The setting that takes the value in every configured channel that has it. */
  readonly toEachChannel?: ChannelKey;
  /** Keys below the refused one, each with the setting that takes its value. */
  readonly parts?: readonly (readonly [below: string, to: string])[];
  /** What to write in place of the key, by the value it has. */
  readonly byValue?: readonly {
    readonly when: boolean | string;
    readonly set?: readonly [path: string, value: boolean | string];
    /** The fix as a button would say it. */
    readonly title: string;
  }[];
  /** Completes the message, as a sentence of its own. */
  readonly note: string;
  /** Taking the key away changes nothing that ever worked. */
  readonly removable?: true;
}

/** Keys that say the same on every channel, though not at the same place in each. */
export type ChannelKey =
  "dmPolicy" | "allowFrom" | "groupPolicy" | "groupAllowFrom";
