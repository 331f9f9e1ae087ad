/**
 * What an entry of a sender list can be, channel by channel, as release 2026.1.24-3 compares it: `telegram/bot-access.js`,
 * `discord/monitor/allow-list.js`, `slack/monitor/allow-list.js`, `signal/identity.js`, `line/bot-access.js`, `utils.js`, and
 * the monitors of `extensions/`. Every pattern is for text without blanks around it.
 */

/** An entry that no sender can ever be. */
export interface NoPerson {
  readonly pattern: RegExp;
  /** What it is instead, with an article. */
  readonly what: string;
}

export interface SenderEntryForms {
  readonly noPerson: readonly NoPerson[];
  /** Whether an entry is compared as a phone number. */
  readonly phone?: true;
  /** What a lasting id looks like; undefined where names are no names of people, or are not compared. */
  readonly id?: RegExp;
  /** What everything else is compared with. */
  readonly name?: {
    readonly what: string;
    /** Whether anybody may give himself any such name. */
    readonly isFree: boolean;
  };
}

const group = (pattern: RegExp): NoPerson => ({ pattern, what: "a group" });

export const senderForms: ReadonlyMap<string, SenderEntryForms> = new Map(
  Object.entries<SenderEntryForms>({
    telegram: {
      noPerson: [
        group(/^(?:(?:telegram|tg):)?(?:group:)?-\d+$/i),
        { pattern: /^(?:https?:\/\/)?t\.me\//i, what: "a link" },
        { pattern: /\s/, what: "a display name" },
      ],
      id: /^(?:(?:telegram|tg):)?\d+$/i,
      name: { what: "a username", isFree: false },
    },
    discord: {
      noPerson: [
        { pattern: /^<@&\d+>$/, what: "a role" },
        { pattern: /^<#\d+>$/, what: "a channel" },
      ],
      id: /^(?:<@!?\d+>|\d+|(?:discord|user):.+)$/,
      name: { what: "a username", isFree: false },
    },
    slack: {
      noPerson: [
        {
          pattern: /^(?:#.*|(?:slack:)?channel:.*|[CG][A-Z0-9]{8,})$/,
          what: "a channel",
        },
        { pattern: /^D[A-Z0-9]{8,}$/, what: "a conversation" },
      ],
      id: /^(?:(?:slack|user):)?[UWB][A-Z0-9]+$/,
      name: { what: "a display name", isFree: true },
    },
    signal: { noPerson: [group(/^(?:signal:)?group:/i)], phone: true },
    whatsapp: { noPerson: [group(/@g\.us$/i)], phone: true },
    msteams: {
      noPerson: [
        {
          pattern: /^(?:conversation:)?19:.*@thread/i,
          what: "a conversation",
        },
      ],
      // Addresses are looked up when the channel starts.
      id: /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|29:.*|.*@.*)$/i,
      name: { what: "a display name", isFree: false },
    },
    googlechat: {
      noPerson: [{ pattern: /^(?:googlechat:)?spaces\//i, what: "a space" }],
    },
    line: {
      noPerson: [group(/^(?:line:(?:group:|room:)?)?[CR][0-9a-f]{32}$/)],
    },
    matrix: {
      noPerson: [{ pattern: /^(?:matrix:)?[!#]/i, what: "a room" }],
      id: /^(?:matrix:)?(?:user:)?@[^:\s]+:\S+$/i,
      name: { what: "a display name", isFree: true },
    },
  }),
);

/**
 * Entries of `tools.elevated.allowFrom` that stand for a whole group, by provider: the message's own destination is compared
 * with them (auto-reply/reply/reply-elevated.js), and every member writes to the same one. What may just as well be a
 * conversation of two is left out.
 */
export const elevatedGroups: ReadonlyMap<string, RegExp> = new Map([
  ["telegram", /^(?:telegram:)?(?:group:)?-\d+$/i],
  ["whatsapp", /^(?:whatsapp:)?\d[\d-]*@g\.us$/i],
  ["discord", /^(?:discord:)?channel:\d+$/i],
  ["slack", /^(?:(?:slack:)?(?:channel|group):.+|[CG][A-Z0-9]{8,})$/],
  ["signal", /^group:.+$/i],
  ["imessage", /^(?:imessage:)?(?:chat_id|group):\d+$/i],
  ["msteams", /^conversation:19:/i],
  ["mattermost", /^channel:.+$/i],
]);

/** Entries of `tools.elevated.allowFrom` that are ids and no names, by provider. */
export const elevatedIds: ReadonlyMap<string, RegExp> = new Map([
  ["telegram", /^(?:telegram:|user:)?\d+$/i],
  ["whatsapp", /^(?:whatsapp:)?\+?[\d\s().-]+$/i],
  ["discord", /^(?:discord:|user:)?\d+$/i],
  ["slack", /^(?:slack:|user:)?[UW][A-Z0-9]+$/],
  ["signal", /^(?:signal:)?(?:uuid:)?[+\d][\da-f\s().-]*$/i],
  // Ids do not match at all without the prefix; display names do.
  ["matrix", /^matrix:@[^:\s]+:\S+$/i],
]);

/** Targets of a message that are groups for certain, by channel. */
export const groupTargets: ReadonlyMap<string, RegExp> = new Map([
  ["telegram", /^(?:(?:telegram|tg):)?(?:group:)?-\d+/i],
  ["whatsapp", /@g\.us$/i],
  ["discord", /^(?:discord:)?channel:/i],
  ["slack", /^(?:#|(?:slack:)?channel:|[CG][A-Z0-9]{8,}$)/],
  ["signal", /^(?:signal:)?group:/i],
  ["line", /^(?:(?:line:)?(?:group|room):|(?:line:)?[CR][0-9a-f]{32}$)/i],
  ["msteams", /^conversation:19:.*@thread/i],
  ["mattermost", /^(?:mattermost:)?channel:/i],
  ["matrix", /^(?:matrix:)?(?:room:|channel:)?#/i],
]);
