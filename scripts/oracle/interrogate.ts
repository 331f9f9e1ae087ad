// Runs inside the release's own Node, started by scripts/oracle/ask-release.ts. Reads { questions }, prints a line for each.
import { readFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { join, resolve } from "node:path";
import {
  channelIds,
  installed,
  leaveHome,
  loadChannelPlugins,
  loadRelease,
  silentLogger,
} from "./release.ts";
import type { AuditFinding, Issue, Verdict } from "./verdict.ts";

interface RawIssue {
  readonly path: string | readonly (string | number)[];
  readonly message: string;
  readonly code?: string;
  readonly keys?: readonly string[];
}
interface Snapshot {
  readonly valid: boolean;
  readonly issues: readonly RawIssue[];
  readonly warnings?: readonly RawIssue[];
}
interface Gateway {
  readonly mode?: string;
  readonly bind?: string;
  readonly port?: number;
  readonly auth?: object;
  readonly tailscale?: { readonly mode?: string };
}
type Config = object & { readonly gateway?: Gateway };

type Environment = { readonly [name: string]: string };

interface Question {
  readonly file: string;
  readonly env: Environment;
}

const isRequest = (
  value: unknown,
): value is { readonly questions: readonly Question[] } =>
  typeof value === "object" && value !== null && "questions" in value;

const request: unknown = JSON.parse(await readAll(process.stdin));
if (!isRequest(request)) throw new TypeError("want { questions }");

const home = leaveHome();
const print = console.log;
console.log = console.warn = console.error = (): void => undefined;

const { ClawdbotSchema } = await loadRelease<{
  readonly ClawdbotSchema: {
    safeParse(value: unknown): {
      readonly success: boolean;
      readonly error?: { readonly issues: readonly RawIssue[] };
    };
  };
}>("config/zod-schema.js", ["ClawdbotSchema"]);
const { findLegacyConfigIssues, applyLegacyMigrations } = await loadRelease<{
  readonly findLegacyConfigIssues: (value: unknown) => readonly RawIssue[];
  readonly applyLegacyMigrations: (value: unknown) => {
    readonly next: object | null;
  };
}>("config/legacy.js", ["findLegacyConfigIssues", "applyLegacyMigrations"]);
const { createConfigIO } = await loadRelease<{
  readonly createConfigIO: (options: object) => {
    readConfigFileSnapshot(): Promise<Snapshot>;
    loadConfig(): Config;
  };
}>("config/io.js", ["createConfigIO"]);
const { resolveConfigIncludes } = await loadRelease<{
  readonly resolveConfigIncludes: (value: unknown, file: string) => unknown;
}>("config/includes.js", ["resolveConfigIncludes"]);
const { runSecurityAudit } = await loadRelease<{
  readonly runSecurityAudit: (
    options: object,
  ) => Promise<{ readonly findings: readonly AuditFinding[] }>;
}>("security/audit.js", ["runSecurityAudit"]);
const { resolveGatewayAuth } = await loadRelease<{
  readonly resolveGatewayAuth: (options: object) => {
    readonly mode: string;
    readonly token?: string;
    readonly password?: string;
  };
}>("gateway/auth.js", ["resolveGatewayAuth"]);
const { resolveGatewayRuntimeConfig } = await loadRelease<{
  readonly resolveGatewayRuntimeConfig: (options: object) => Promise<unknown>;
}>("gateway/server-runtime-config.js", ["resolveGatewayRuntimeConfig"]);
const { default: json5 } = await loadRelease<{
  readonly default: { parse(text: string): unknown };
}>(installed("json5/lib/index.js"), ["default"]);

const plugins = await loadChannelPlugins(home);
const pluginsMissing = channelIds.filter(
  (id) => !plugins.some((plugin) => plugin.id === id),
);

for (const { file, env } of request.questions) {
  let verdict: Verdict | { readonly file: string; readonly error: string };
  try {
    verdict = await ask(file, env);
  } catch (error) {
    verdict = {
      file,
      error: error instanceof Error ? error.message.slice(0, 500) : "unknown",
    };
  }
  print(JSON.stringify(verdict));
}
process.exit(0);

function issueOf({ path, message, code, keys }: RawIssue): Issue {
  return {
    path: typeof path === "string" ? path : path.map(String).join("."),
    message,
    ...(code === undefined ? {} : { code }),
    ...(keys === undefined ? {} : { keys }),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function ask(file: string, env: Environment): Promise<Verdict> {
  const raw = readFileSync(file, "utf8");
  const io = (): ReturnType<typeof createConfigIO> =>
    createConfigIO({
      configPath: resolve(file),
      logger: silentLogger,
      homedir: () => home,
    });
  const bare = await withEnvironment({}, () => io().readConfigFileSnapshot());
  const verdict = {
    file,
    ...(pluginsMissing.length > 0 ? { pluginsMissing } : {}),
    valid: bare.valid,
    issues: bare.issues.map(issueOf),
    warnings: (bare.warnings ?? []).map(issueOf),
  };
  let parsed: unknown;
  try {
    parsed = json5.parse(raw);
  } catch (error) {
    return {
      ...verdict,
      parses: false,
      parseError: messageOf(error),
      validEnv: false,
      issuesEnv: verdict.issues,
    };
  }
  let merged = parsed;
  let includeError: string | undefined;
  try {
    merged = resolveConfigIncludes(parsed, resolve(file));
  } catch (error) {
    includeError = messageOf(error);
  }
  const legacy = findLegacyConfigIssues(parsed).map(issueOf);
  const migrated =
    legacy.length > 0 ? applyLegacyMigrations(parsed).next : null;
  const shape = ClawdbotSchema.safeParse(parsed);
  const variables = [...variablesIn(merged)];
  const standIns = variables
    .filter((name) => !process.env[name])
    .map((name) => [name, standInFor(name)] as const);
  return withEnvironment(
    { ...Object.fromEntries(standIns), ...env },
    async (): Promise<Verdict> => {
      const full = await io().readConfigFileSnapshot();
      return {
        ...verdict,
        parses: true,
        ...(includeError === undefined ? {} : { includeError }),
        variables,
        legacy,
        ...(migrated === null ? {} : { migrated }),
        schemaIssues: (shape.error?.issues ?? []).map(issueOf),
        validEnv: full.valid,
        issuesEnv: full.issues.map(issueOf),
        ...(full.valid ? await judge(io().loadConfig()) : {}),
      };
    },
  );
}

async function judge(
  config: Config,
): Promise<Pick<Verdict, "audit" | "auditCli" | "starts">> {
  return {
    audit: await audit(config, plugins),
    auditCli: await audit(config, []),
    starts: await starts(config),
  };
}

async function audit(
  config: Config,
  loaded: typeof plugins,
): Promise<readonly AuditFinding[]> {
  const { findings } = await runSecurityAudit({
    config,
    plugins: loaded,
    includeFilesystem: false,
    includeChannelSecurity: true,
    stateDir: join(home, ".clawdbot"),
    configPath: join(home, ".clawdbot/clawdbot.json"),
  });
  return findings.map(({ checkId, severity, detail }) => ({
    checkId: checkId.replace(/\.warning\.\d+$/, ".warning"),
    severity,
    detail,
  }));
}

/** The order of `gateway run` (cli/gateway-cli/run.js), then what the server itself refuses. */
async function starts(config: Config): Promise<NonNullable<Verdict["starts"]>> {
  const {
    mode,
    bind = "loopback",
    auth,
    tailscale,
    port = 18789,
  } = config.gateway ?? {};
  if (mode !== "local")
    return {
      ok: false,
      message: `Gateway start blocked: set gateway.mode=local (current: ${mode ?? "unset"})`,
    };
  const resolved = resolveGatewayAuth({
    authConfig: auth,
    env: process.env,
    tailscaleMode: tailscale?.mode ?? "off",
  });
  if (resolved.mode === "token" && !resolved.token)
    return {
      ok: false,
      message: "Gateway auth is set to token, but no token is configured.",
    };
  if (resolved.mode === "password" && !resolved.password) {
    return {
      ok: false,
      message:
        "Gateway auth is set to password, but no password is configured.",
    };
  }
  if (bind !== "loopback" && resolved.mode === "none")
    return {
      ok: false,
      message: `Refusing to bind gateway to ${bind} without auth.`,
    };
  try {
    await resolveGatewayRuntimeConfig({ cfg: config, port });
    return { ok: true };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

function variablesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value === "string") {
    for (const [, name] of value.matchAll(/(?<!\$)\$\{([A-Z_][A-Z0-9_]*)\}/g))
      if (name !== undefined) names.add(name);
  } else if (typeof value === "object" && value !== null)
    for (const child of Object.values(value)) variablesIn(child, names);
  return names;
}

/** A value that passes for what the name promises. */
function standInFor(name: string): string {
  if (name.endsWith("PORT")) return "18789";
  if (/(URL|BASE|ENDPOINT|HOST)$/.test(name))
    return `https://env.invalid/${name.toLowerCase()}`;
  return `env-${name.toLowerCase()}-0123456789abcdef0123456789abcdef`.slice(
    0,
    48,
  );
}

async function withEnvironment<T>(
  extra: Environment,
  run: () => Promise<T>,
): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, extra);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(process.env))
      if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
