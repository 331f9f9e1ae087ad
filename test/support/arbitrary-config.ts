import fc from "fast-check";

/**
 * Configs with holes in them, as texts in every style people write: key order, quotes, comments, trailing commas, CRLF,
 * variables and characters beyond the basic plane. Every text parses; most have findings.
 */

type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 2) =>
  fc.oneof(
    { weight, arbitrary: arbitrary.map((value) => [value]) },
    { weight: 1, arbitrary: fc.constant([] as T[]) },
  );

/** An object of some of the members, in any order. */
function some(
  members: Readonly<Record<string, fc.Arbitrary<Value>>>,
): fc.Arbitrary<Value> {
  const entries = Object.entries(members).map(([key, value]) =>
    maybe(value).map((values) => values.map((each) => [key, each] as const)),
  );
  return fc
    .tuple(...entries)
    .chain((lists) => {
      const present = lists.flat();
      return fc.shuffledSubarray(present, {
        minLength: present.length,
        maxLength: present.length,
      });
    })
    .map((pairs) => Object.fromEntries(pairs));
}

const one = (...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);

const senders = fc.array(
  one("*", "123", "+4915112345678", "${OWNER}", "😀 friend"),
  { maxLength: 4 },
);
const policy = one("open", "open", "pairing", "allowlist", "disabled", "${P}");

const flat = some({
  enabled: one(true, true, false),
  dmPolicy: policy,
  allowFrom: senders,
  groupPolicy: one("open", "allowlist", "disabled"),
  groupAllowFrom: senders,
});
const nested = some({
  enabled: one(true, true, false),
  dm: some({ policy, allowFrom: senders }),
  groupPolicy: one("open", "allowlist"),
});
/** Servers or rooms, with the people who may write there. */
const places = some({
  "*": some({ requireMention: one(true, false), users: senders }),
  "123": some({ requireMention: one(true, false), users: senders }),
});
/** A channel with its places under a key. */
const withPlaces = (channel: fc.Arbitrary<Value>, key: string) =>
  fc.tuple(channel, maybe(places, 1)).map(([own, listed]) => ({
    ...(own as object),
    ...(listed[0] === undefined ? {} : { [key]: listed[0] }),
  })) as fc.Arbitrary<Value>;
const accounts = (account: fc.Arbitrary<Value>) =>
  some({ work: account, "home.de": account, default: account });
const withAccounts = (channel: fc.Arbitrary<Value>) =>
  fc.tuple(channel, maybe(accounts(channel), 1)).map(([own, named]) => ({
    ...(own as object),
    ...(named[0] === undefined ? {} : { accounts: named[0] }),
  })) as fc.Arbitrary<Value>;

const secret = one(
  "your-long-random-token-here",
  "short",
  "changeme",
  "${CLAWDBOT_GATEWAY_TOKEN}",
  "4d0c9e8b7a6f5e4d3c2b1a0f9e8d7c6b",
  "",
  "pässwörter 𝒳",
);

const config: fc.Arbitrary<Value> = some({
  gateway: some({
    mode: one("local", "local", "remote"),
    bind: one("loopback", "lan", "auto", "tailnet", "custom", "${BIND}"),
    auth: some({
      mode: one("token", "password"),
      token: secret,
      password: secret,
      allowTailscale: one(true, false),
    }),
    controlUi: some({
      enabled: one(true, false),
      basePath: one("/bot", "/b//ot", "https://bot.example.net/x", "${UI}"),
    }),
    tailscale: some({
      mode: one("off", "serve", "funnel"),
      resetOnExit: one(true, false),
    }),
    trustedProxies: fc.array(
      one("127.0.0.1", "localhost", "10.0.0.0/8", "203.0.113.9", "${PROXY}"),
      { maxLength: 3 },
    ),
    tls: some({ enabled: one(true, false), cert: one("/c"), key: one("/k") }),
    remote: some({
      url: one("ws://bot.example.net", "wss://bot.example.net", "${URL}"),
      token: secret,
    }),
    http: some({
      endpoints: some({ responses: some({ enabled: one(true, false) }) }),
    }),
    port: one(18789, 18791, 99999),
  }),
  canvasHost: some({
    enabled: one(true, false),
    root: one("~", "/srv/canvas", "${ROOT}"),
  }),
  channels: some({
    telegram: withAccounts(flat),
    whatsapp: withAccounts(flat),
    signal: withAccounts(flat),
    discord: withAccounts(withPlaces(nested, "guilds")),
    slack: withAccounts(withPlaces(nested, "channels")),
    googlechat: withAccounts(nested),
    mattermost: withAccounts(flat),
    matrix: withPlaces(nested, "groups"),
  }),
  tools: some({
    elevated: some({
      enabled: one(true, false),
      allowFrom: some({ telegram: senders, discord: senders }),
    }),
  }),
  logging: some({
    redactSensitive: one("off", "off", "tools"),
    level: one("info", "debug"),
  }),
  messages: some({
    responsePrefix: one("🦞 ", 'it\'s "me"'),
    groupChat: some({
      mentionPatterns: fc.array(one(".*", "@clawd", "clawd(", "${NAME}"), {
        maxLength: 3,
      }),
    }),
  }),
  session: some({ dmScope: one("main", "per-channel-peer", "${SCOPE}") }),
  agents: some({
    defaults: some({
      elevatedDefault: one("full", "ask"),
      sandbox: some({ mode: one("off", "non-main", "all") }),
    }),
  }),
  commands: some({
    config: one(true, false),
    bash: one(true, false),
    useAccessGroups: one(true, false),
  }),
});

/** How a text is written. */
interface Style {
  readonly quote: '"' | "'";
  readonly bare: boolean;
  readonly trailing: boolean;
  readonly eol: "\n" | "\r\n";
  readonly indent: string;
  readonly inline: boolean;
  readonly comments: readonly string[];
}

const style: fc.Arbitrary<Style> = fc.record({
  quote: fc.constantFrom('"', "'"),
  bare: fc.boolean(),
  trailing: fc.boolean(),
  eol: fc.constantFrom("\n", "\n", "\r\n"),
  indent: fc.constantFrom("  ", "    ", "\t"),
  inline: fc.boolean(),
  comments: fc.array(
    fc.constantFrom("// keep", "/* 𝒳 */", "// é: don't lose me", "/* a\n b */"),
    { maxLength: 6 },
  ),
});

/** Writes a value in a style; comments are strewn before members, one each until they run out. */
function written(value: Value, how: Style): string {
  const left = [...how.comments];
  const comment = (pad: string): string => {
    const next = left.shift();
    return next === undefined
      ? ""
      : `${next.replaceAll("\n", how.eol)}${how.eol}${pad}`;
  };
  const text = (each: string): string => {
    const quoted = JSON.stringify(each);
    return how.quote === '"'
      ? quoted
      : `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  };
  const key = (each: string): string =>
    how.bare && /^[a-z_$][\w$]*$/i.test(each) ? each : text(each);
  const join = (
    open: string,
    close: string,
    parts: readonly ((pad: string) => string)[],
    depth: number,
  ): string => {
    if (parts.length === 0) return open + close;
    const onOneLine = how.inline && depth > 1 && left.length === 0;
    const pad = onOneLine ? "" : how.indent.repeat(depth + 1);
    const gap = onOneLine ? " " : how.eol;
    const end = onOneLine ? " " : how.eol + how.indent.repeat(depth);
    const body = parts.map((part) => pad + part(pad)).join(`,${gap}`);
    return `${open}${gap}${body}${how.trailing ? "," : ""}${end}${close}`;
  };
  const render = (each: Value, depth: number): string => {
    if (typeof each === "string") return text(each);
    if (typeof each !== "object" || each === null) return String(each);
    if (Array.isArray(each))
      return join(
        "[",
        "]",
        (each as readonly Value[]).map((item) => () => render(item, depth + 1)),
        depth,
      );
    return join(
      "{",
      "}",
      Object.entries(each).map(
        ([name, member]) =>
          (pad: string) =>
            `${comment(pad)}${key(name)}: ${render(member, depth + 1)}`,
      ),
      depth,
    );
  };
  return render(value, 0) + how.eol;
}

/** The text of a config. */
export const anyConfig: fc.Arbitrary<string> = fc
  .tuple(config, style)
  .map(([value, how]) => written(value, how));
