/**
 * What a message in a group has to pass, channel by channel, as the monitors of release 2026.1.24-3 check it: `telegram/`,
 * `discord/monitor/`, `slack/monitor/`, `signal/monitor/`, `imessage/monitor/`, `web/inbound/access-control.js` with
 * `web/auto-reply/monitor/`, `line/bot-handlers.js`, `config/group-policy.js`, and the monitors of `extensions/`.
 */

/** Whether a list decides: always, once anything stands in it, or never. */
export type ListDecides = "always" | "once-listed" | "never";

/** How a channel asks for a mention of the assistant. */
export interface MentionRules {
  /** `patterns`: it can tell a mention by `mentionPatterns` or an agent's name only, and asks for none without them. */
  readonly asked: "always" | "patterns" | "never";
  /** Whether `requireMention` may stand beside the policy, for every place. */
  readonly forAll: boolean;
  /** The key of a place that means the opposite and wins over `requireMention`. */
  readonly opposite?: "autoReply";
}

export interface GroupGate {
  /** Whether the list of places decides, under each policy. */
  readonly places: {
    readonly allowlist: ListDecides;
    readonly open: ListDecides;
  };
  /** Whether the list of senders decides under the policy "allowlist". */
  readonly senders: ListDecides;
  /** The list of senders that a place may have for itself. */
  readonly ownSenders:
    | {
        readonly key: "users" | "allowFrom";
        /** `instead`: it takes the general list's place; `besides`: a sender has to be on both. */
        readonly counts: "instead" | "besides";
        /** Whether it holds even when the policy is open. */
        readonly whenOpen: boolean;
      }
    | undefined;
  /** Places inside a place, and whether only listed ones are answered once there are any. */
  readonly inner?: {
    readonly key: "channels" | "topics";
    readonly decides: boolean;
  };
  /** Whether nobody gets through as long as neither places nor senders are listed. */
  readonly needsAList?: true;
  /** Whether a policy that is no word of the program lets everybody in; otherwise it counts as "allowlist". */
  readonly opensOnUnknownPolicy?: true;
  /** Whether anybody in the world may bring the assistant into a place; otherwise only people of one organisation can. */
  readonly isPublic: boolean;
  readonly mention: MentionRules;
}

const always: MentionRules = { asked: "always", forAll: false };
const alwaysForAll: MentionRules = { asked: "always", forAll: true };
const byPatterns: MentionRules = { asked: "patterns", forAll: false };
const never: MentionRules = { asked: "never", forAll: false };

/** By channel id. A channel without an entry has no groups, or none that a setting could close. */
export const groupGates: ReadonlyMap<string, GroupGate> = new Map(
  Object.entries<GroupGate>({
    telegram: {
      places: { allowlist: "once-listed", open: "once-listed" },
      senders: "always",
      ownSenders: { key: "allowFrom", counts: "instead", whenOpen: true },
      inner: { key: "topics", decides: false },
      isPublic: true,
      mention: always,
    },
    whatsapp: {
      places: { allowlist: "once-listed", open: "once-listed" },
      senders: "always",
      ownSenders: undefined,
      isPublic: true,
      mention: always,
    },
    discord: {
      places: { allowlist: "always", open: "once-listed" },
      senders: "never",
      ownSenders: { key: "users", counts: "instead", whenOpen: true },
      inner: { key: "channels", decides: true },
      isPublic: true,
      mention: always,
    },
    slack: {
      places: { allowlist: "always", open: "never" },
      senders: "never",
      ownSenders: { key: "users", counts: "instead", whenOpen: true },
      isPublic: false,
      mention: alwaysForAll,
    },
    signal: {
      places: { allowlist: "never", open: "never" },
      senders: "always",
      ownSenders: undefined,
      isPublic: true,
      mention: never,
    },
    imessage: {
      places: { allowlist: "once-listed", open: "once-listed" },
      senders: "always",
      ownSenders: undefined,
      isPublic: true,
      mention: byPatterns,
    },
    // Groups are listed for the sake of `requireMention` alone.
    bluebubbles: {
      places: { allowlist: "never", open: "never" },
      senders: "always",
      ownSenders: undefined,
      isPublic: true,
      mention: byPatterns,
    },
    msteams: {
      places: { allowlist: "once-listed", open: "never" },
      // A list of teams alone lets in all their members.
      senders: "once-listed",
      needsAList: true,
      ownSenders: undefined,
      inner: { key: "channels", decides: true },
      isPublic: false,
      mention: alwaysForAll,
    },
    googlechat: {
      places: { allowlist: "always", open: "never" },
      senders: "once-listed",
      ownSenders: { key: "users", counts: "instead", whenOpen: true },
      isPublic: false,
      mention: alwaysForAll,
    },
    line: {
      places: { allowlist: "never", open: "never" },
      senders: "always",
      ownSenders: { key: "allowFrom", counts: "instead", whenOpen: true },
      opensOnUnknownPolicy: true,
      isPublic: true,
      // `requireMention` only tells the model how to behave.
      mention: never,
    },
    matrix: {
      places: { allowlist: "always", open: "never" },
      senders: "once-listed",
      ownSenders: { key: "users", counts: "instead", whenOpen: true },
      opensOnUnknownPolicy: true,
      isPublic: true,
      mention: { asked: "always", forAll: false, opposite: "autoReply" },
    },
    mattermost: {
      places: { allowlist: "never", open: "never" },
      senders: "always",
      ownSenders: undefined,
      opensOnUnknownPolicy: true,
      isPublic: false,
      mention: always,
    },
    "nextcloud-talk": {
      places: { allowlist: "once-listed", open: "once-listed" },
      senders: "always",
      ownSenders: { key: "allowFrom", counts: "besides", whenOpen: false },
      isPublic: false,
      mention: always,
    },
    zalouser: {
      places: { allowlist: "always", open: "never" },
      senders: "never",
      ownSenders: undefined,
      opensOnUnknownPolicy: true,
      isPublic: true,
      mention: never,
    },
  }),
);
