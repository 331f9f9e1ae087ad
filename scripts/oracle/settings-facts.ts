// Runs inside the release's own Node, started by scripts/oracle/ask-release.ts. Reads { configs, paths }, prints one JSON object.
import { writeFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { join } from "node:path";
import {
  leaveHome,
  loadChannelPlugins,
  loadRelease,
  silentLogger,
} from "./release.ts";

interface Request {
  readonly configs: readonly unknown[];
  readonly paths: readonly string[];
}

const isRequest = (value: unknown): value is Request =>
  typeof value === "object" &&
  value !== null &&
  "configs" in value &&
  "paths" in value;

const request: unknown = JSON.parse(await readAll(process.stdin));
if (!isRequest(request)) throw new TypeError("want { configs, paths }");

const home = leaveHome();
const print = console.log;
console.log = console.warn = console.error = (): void => undefined;

const { createConfigIO } = await loadRelease<{
  readonly createConfigIO: (options: object) => {
    readConfigFileSnapshot(): Promise<{
      readonly valid: boolean;
      readonly issues: readonly { path: string; message: string }[];
    }>;
    loadConfig(): object;
  };
}>("config/io.js", ["createConfigIO"]);
const { buildGatewayReloadPlan } = await loadRelease<{
  readonly buildGatewayReloadPlan: (paths: readonly string[]) => {
    readonly restartGateway: boolean;
  };
}>("gateway/config-reload.js", ["buildGatewayReloadPlan"]);
// Channels say by themselves what they take over without a restart.
await loadChannelPlugins(home);

const configPath = join(home, "clawdbot.json");
const filled: object[] = [];
for (const config of request.configs) {
  writeFileSync(configPath, JSON.stringify(config));
  const io = (): ReturnType<typeof createConfigIO> =>
    createConfigIO({ configPath, logger: silentLogger, homedir: () => home });
  const { valid, issues } = await io().readConfigFileSnapshot();
  if (!valid)
    throw new Error(
      `refused: ${JSON.stringify(config)}: ${JSON.stringify(issues)}`,
    );
  filled.push(io().loadConfig());
}
const restarts = request.paths.filter(
  (path) => buildGatewayReloadPlan([path]).restartGateway,
);
// Paths below the home are the same for everybody only by this name.
print(JSON.stringify({ filled, restarts }).replaceAll(home, "~"));
process.exit(0);
