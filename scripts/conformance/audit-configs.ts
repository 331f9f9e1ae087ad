import type { JsonValue } from "../../server/src/core/json5/nodes.ts";
import { randomNumbers } from "../schema/random-config.ts";

type Members = { readonly [key: string]: JsonValue };

/** Makes configs on which the audit has something to say: every condition of it is drawn now and then, and so is its absence. */
export class AuditConfigs {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomNumbers(seed);
  }

  #pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.#next() * items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  /** Some of the members, each in that share of the cases. */
  #some(
    members: { readonly [key: string]: () => JsonValue },
    share = 0.5,
  ): Members {
    const chosen: { [key: string]: JsonValue } = {};
    for (const [key, make] of Object.entries(members))
      if (this.#next() < share) chosen[key] = make();
    return chosen;
  }

  #one(...items: readonly JsonValue[]): () => JsonValue {
    return () => this.#pick(items);
  }

  #list(most: number, ...items: readonly JsonValue[]): () => JsonValue {
    return () =>
      Array.from({ length: Math.floor(this.#next() * (most + 1)) }, () =>
        this.#pick(items),
      );
  }

  readonly #secret = this.#one(
    "k3w9-vz7q",
    "p2m4-x8c6-r5t7-y9u1-i3o5",
    "  p2m4-x8c6-r5t7-y9u1-i3o5 ",
    "${SHARED_SECRET}",
    "${OTHER_SECRET}",
    "",
    "   ",
    "${lower}",
  );

  #gateway(): Members {
    const url = this.#some({
      enabled: this.#one(true, false),
      allowInsecureAuth: this.#one(true, false),
      basePath: this.#one("/bot"),
    });
    return this.#some(
      {
        mode: this.#one("local", "remote"),
        bind: this.#one("loopback", "loopback", "lan", "auto", "tailnet"),
        controlUi: () => url,
        trustedProxies: this.#one([], ["127.0.0.1"]),
        tailscale: () => ({ mode: this.#pick(["off", "serve", "funnel"]) }),
        auth: () =>
          this.#some({
            mode: this.#one("token", "password"),
            token: this.#secret,
            password: this.#secret,
          }),
      },
      0.6,
    );
  }

  #browser(): Members {
    const port = this.#one(
      "http://127.0.0.1:18791",
      "http://localhost:1",
      "http://LOCALHOST/x",
      "http://[::1]:18791",
      "http://127.1:5",
      "http://0x7f.1",
      "http://127.0.0.2",
      "http://0.0.0.0:18791",
      "https://browser.example.net",
      "http://browser.example.net:18791",
      "HTTP://user:pw@browser.example.net/?x#y",
      "http:browser.example.net",
      "http://browser.example.net:0",
      "ws://127.0.0.1:18791",
      "localhost:18791",
      "127.0.0.1",
      "",
      "http://",
      "http://1.2.3.256",
      "http://a b",
      "http://127.0.0.1:65535",
      "http://127.0.0.1:65536",
      "http://127.0.0.1:x",
    );
    const remote = this.#one(
      "https://browser.example.net",
      "http://browser.example.net:18791",
    );
    return this.#some(
      {
        enabled: this.#one(true, true, true, false),
        controlUrl: this.#next() < 0.5 ? remote : port,
        cdpUrl: this.#one(" ", " ", " ", "http://127.0.0.1:9222", "nowhere"),
        controlToken: this.#secret,
      },
      0.75,
    );
  }

  readonly #senders = this.#list(
    3,
    "*",
    " * ",
    "1001",
    1001,
    "1002",
    "tg:1001",
    "<@1001>",
    "${OWNER}",
    "",
    "+49 151 1",
    "+491511",
    "U1",
    "u1",
  );
  readonly #texts = this.#list(3, "*", "1001", "1002", "+49 151 1", "+491511");
  readonly #groupPolicy = this.#one("open", "open", "allowlist", "disabled");
  readonly #policy = this.#one("pairing", "allowlist", "disabled", "open");

  /** A policy with its senders, in a shape that the schema accepts. */
  #people(policyKey: string, senders: () => JsonValue): Members {
    const policy = this.#next() < 0.5 ? undefined : this.#policy();
    const listed = senders();
    const allowFrom =
      policy === "open" && Array.isArray(listed)
        ? [...(listed as readonly JsonValue[]), "*"]
        : listed;
    return {
      ...(policy === undefined ? {} : { [policyKey]: policy }),
      ...(policy === "open" || this.#next() < 0.6 ? { allowFrom } : {}),
    };
  }

  /** A channel, with named accounts now and then. */
  #channel(credentials: Members, settings: () => Members): Members {
    const channel = {
      ...(this.#next() < 0.85 ? credentials : {}),
      ...(this.#next() < 0.1 ? { enabled: false } : {}),
      ...settings(),
    };
    if (this.#next() < 0.7) return channel;
    const accounts: { [key: string]: JsonValue } = {};
    for (const id of ["work", "default", "home"]) {
      if (this.#next() < 0.5)
        accounts[id] = {
          ...(this.#next() < 0.7 ? credentials : {}),
          ...settings(),
        };
    }
    return { ...channel, accounts };
  }

  readonly #commands = (): JsonValue =>
    this.#some({
      native: this.#one(true, false, "auto"),
      nativeSkills: this.#one(true, false, "auto"),
    });

  #flat(
    extra: { readonly [key: string]: () => JsonValue } = {},
    senders = this.#senders,
  ): () => Members {
    return () => ({
      ...this.#people("dmPolicy", senders),
      ...this.#some({ groupPolicy: this.#groupPolicy, ...extra }),
    });
  }

  #nested(
    extra: { readonly [key: string]: () => JsonValue } = {},
  ): () => Members {
    return () => ({
      ...(this.#next() < 0.6
        ? { dm: this.#people("policy", this.#senders) }
        : {}),
      ...this.#some({ groupPolicy: this.#groupPolicy, ...extra }),
    });
  }

  #channels(): Members {
    const telegram = this.#flat({
      groupAllowFrom: this.#senders,
      groups: () =>
        this.#some({
          "*": () => this.#some({ requireMention: this.#one(true) }),
          "-100": () =>
            this.#some({
              allowFrom: this.#senders,
              topics: () => ({ "7": { allowFrom: this.#senders() } }),
            }),
        }),
    });
    const guild = (): JsonValue =>
      this.#some({
        users: this.#list(1, "1001"),
        channels: () => ({ general: { users: this.#list(1, "1001")() } }),
      });
    return this.#some(
      {
        defaults: () => this.#some({ groupPolicy: this.#groupPolicy }),
        telegram: () => this.#channel({ botToken: "1:a" }, telegram),
        discord: () =>
          this.#channel(
            { token: "a" },
            this.#nested({
              commands: this.#commands,
              guilds: () => this.#some({ "1": guild, "2": guild }, 0.7),
            }),
          ),
        slack: () =>
          this.#channel(
            { botToken: "xoxb-1", appToken: "xapp-1" },
            this.#nested({
              commands: this.#commands,
              slashCommand: () => ({ enabled: this.#next() < 0.5 }),
              channels: () =>
                this.#some({ C1: () => ({ users: this.#list(1, "U1")() }) }),
            }),
          ),
        signal: () => this.#channel({ account: "+1" }, this.#flat()),
        imessage: () => this.#channel({}, this.#flat()),
        whatsapp: () => this.#channel({}, this.#flat({}, this.#texts)),
        msteams: () => ({
          appId: "a",
          appPassword: "b",
          tenantId: "c",
          ...this.#flat({}, this.#texts)(),
        }),
        googlechat: () =>
          this.#channel({ serviceAccountFile: "/nowhere" }, this.#nested()),
        bluebubbles: () =>
          this.#channel(
            { serverUrl: "http://127.0.0.1:1", password: "a" },
            this.#flat(),
          ),
        mattermost: () =>
          this.#channel(
            { botToken: "a", baseUrl: "https://m.example.net" },
            () => ({
              ...this.#some({
                dmPolicy: this.#policy,
                allowFrom: this.#senders,
                groupPolicy: this.#groupPolicy,
              }),
            }),
          ),
        matrix: () => ({
          homeserver: "https://m.example.net",
          accessToken: "a",
          ...this.#some({
            dm: () =>
              this.#some({ policy: this.#policy, allowFrom: this.#senders }),
            groupPolicy: this.#groupPolicy,
          }),
        }),
        line: () =>
          this.#channel({ channelAccessToken: "a", channelSecret: "b" }, () =>
            this.#some({
              dmPolicy: this.#policy,
              allowFrom: this.#senders,
              groupPolicy: this.#groupPolicy,
            }),
          ),
        "nextcloud-talk": () =>
          this.#channel(
            { baseUrl: "https://n.example.net", botSecret: "a" },
            () =>
              this.#some({
                dmPolicy: this.#policy,
                allowFrom: this.#senders,
                groupPolicy: this.#groupPolicy,
                rooms: () => this.#some({ a: () => ({}) }),
              }),
          ),
        zalo: () =>
          this.#channel({ botToken: "a" }, () =>
            this.#some({ dmPolicy: this.#policy, allowFrom: this.#senders }),
          ),
      },
      0.25,
    );
  }

  readonly #model = this.#one(
    "anthropic/claude-opus-4-5",
    "anthropic/claude-opus-4-6",
    "anthropic/claude-sonnet-4.5",
    "anthropic/claude-haiku-4-5",
    "anthropic/claude-3-5-sonnet-20241022",
    "anthropic/claude-2.1",
    "anthropic/claude-instant",
    "openai/gpt-5.2",
    "openai/gpt-5",
    "openai/gpt-50",
    "openai/gpt-4o",
    "openai/gpt-4-0613",
    "openai/gpt-3.5-turbo",
    "openai/gpt-oss-120b",
    "ollama/llama-3.1-8b",
    "ollama/qwen3-a3b-400b",
    "ollama/llama-405b",
    "ollama/mixtral-8x22b",
    "google/gemini-3-pro",
    " ollama/phi-3.5B ",
    "",
  );

  readonly #tools = this.#list(
    3,
    "group:web",
    "group:ui",
    "group:fs",
    "browser",
    "BROWSER ",
    "web_search",
    "web_*",
    "*",
    "bash",
    "image",
    "group:clawdbot",
  );

  #policyOfTools(): Members {
    return this.#some(
      {
        profile: this.#one("minimal", "coding", "messaging", "full"),
        allow: this.#tools,
        deny: this.#tools,
        sandbox: () => ({
          tools: this.#some({ allow: this.#tools, deny: this.#tools }),
        }),
      },
      0.3,
    );
  }

  #choice(): JsonValue {
    return this.#some({
      primary: this.#model,
      fallbacks: () => [this.#model()].filter((model) => model !== ""),
    });
  }

  #agents(): Members {
    const sandbox = (): JsonValue =>
      this.#some({ mode: this.#one("off", "non-main", "all", "all") }, 0.9);
    return this.#some(
      {
        defaults: () =>
          this.#some({
            model: () => this.#choice(),
            imageModel: () => this.#choice(),
            sandbox,
          }),
        list: () =>
          ["main", "Helper", "a.b"]
            .slice(0, this.#pick([1, 2, 3]))
            .map((id) => ({
              id,
              ...this.#some({
                model: () => this.#pick([this.#model(), this.#choice()]),
                sandbox,
                tools: () => this.#policyOfTools(),
              }),
            })),
      },
      0.6,
    );
  }

  /** The next config. */
  config(): Members {
    const many = Array.from({ length: 26 }, (_, index) => index + 1);
    return this.#some(
      {
        gateway: () => this.#gateway(),
        browser: () => this.#browser(),
        hooks: () =>
          this.#some(
            {
              enabled: this.#one(true, true, false),
              token: this.#secret,
              path: this.#one("/", " / ", "//", "/hooks", ""),
            },
            0.7,
          ),
        session: () =>
          this.#some({
            dmScope: this.#one("main", "per-peer", "per-channel-peer"),
          }),
        commands: () =>
          this.#some({
            native: this.#one(true, false, "auto"),
            nativeSkills: this.#one(true, false, "auto"),
            text: this.#one(true, false),
            useAccessGroups: this.#one(true, false),
          }),
        logging: () => ({ redactSensitive: this.#pick(["off", "tools"]) }),
        channels: () => this.#channels(),
        agents: () => this.#agents(),
        tools: () => ({
          ...this.#policyOfTools(),
          ...this.#some({
            elevated: () =>
              this.#some({
                enabled: this.#one(true, false),
                allowFrom: () =>
                  this.#some({
                    telegram: this.#one(["*"], ["1"], many, [...many, " * "]),
                    signal: this.#one([], many, [" ", ...many.slice(1)]),
                  }),
              }),
            web: () =>
              this.#some({
                search: () =>
                  this.#some({
                    enabled: this.#one(true, false),
                    apiKey: this.#one("a", ""),
                  }),
                fetch: () => ({ enabled: this.#next() < 0.5 }),
              }),
          }),
        }),
        env: () =>
          this.#some({
            BRAVE_API_KEY: this.#one("a", ""),
            CLAWDBOT_GATEWAY_TOKEN: this.#one("p2m4-x8c6-r5t7-y9u1-i3o5"),
          }),
      },
      0.45,
    );
  }
}
