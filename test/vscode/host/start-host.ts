import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Cleanup } from "./cleanup.ts";
import { freePort } from "./free-port.ts";
import { installHost } from "./install-host.ts";
import type { HostName } from "./install-host.ts";

/** A running VS Code that serves its workbench to a browser. */
export interface Host {
  /** Where an extension host finds a file of this machine. */
  readonly remote: (path: string) => string;
  /** The workbench's address, with a folder open; the payload is VS Code's own list of pairs. */
  readonly url: (
    folder: string,
    payload?: readonly (readonly [string, string])[],
  ) => string;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** The server's process. */
  readonly ended: Promise<void>;
}

/** Quiet, offline and the same for everybody. */
const calmSettings = {
  "chat.agentHost.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.accessibilitySupport": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
  "git.enabled": false,
  "npm.autoDetect": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

export interface HostOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Packages to install first. */
  readonly vsix?: readonly string[];
}

/** Starts VS Code on a free port of this machine, with data of its own; the clean-up ends it and removes them. */
export async function startHost(
  name: HostName,
  cleanup: Cleanup,
  options: HostOptions = {},
): Promise<Host> {
  const { vscode, node } = installHost(name);
  const data = cleanup.temporaryFolder("clawdbot-vscode-");
  const extensions = join(data, "extensions");
  mkdirSync(extensions);
  for (const scope of ["User", "Machine"]) {
    mkdirSync(join(data, "data", scope), { recursive: true });
    writeFileSync(
      join(data, "data", scope, "settings.json"),
      JSON.stringify({ ...calmSettings, ...options.settings }),
    );
  }
  const main = join(vscode, "out/server-main.js");
  const folders = [
    "--server-data-dir",
    data,
    "--extensions-dir",
    extensions,
    "--accept-server-license-terms",
  ];
  for (const file of options.vsix ?? []) {
    execFileSync(
      node,
      [main, ...folders, "--install-extension", file, "--force"],
      { env: plainEnvironment(), timeout: 60_000 },
    );
  }
  const port = await freePort();
  const serving = [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--without-connection-token",
  ];
  const child = spawn(
    node,
    [
      main,
      ...folders,
      ...serving,
      "--enable-smoke-test-driver",
      "--disable-telemetry",
    ],
    {
      // A group of its own: the extension host and others are its children.
      detached: true,
      env: plainEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  cleanup.add(() => {
    if (child.pid !== undefined && child.exitCode === null)
      process.kill(-child.pid, "SIGKILL");
  });
  let log = "";
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => resolve()),
  );
  await new Promise<void>((resolve, reject) => {
    const fail = (what: string): void =>
      reject(new Error(`VS Code's server ${what}\n${log.slice(-4_000)}`));
    const timer = setTimeout(fail, 60_000, "is not up after 60 s");
    const read = (chunk: Buffer): void => {
      log += chunk.toString();
      if (process.env["VERBOSE"] !== undefined) process.stderr.write(chunk);
      if (!log.includes("Extension host agent listening")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
  const authority = `127.0.0.1:${port}`;
  return {
    remote: (path) => `vscode-remote://${authority}${path}`,
    url: (folder, payload = []) => {
      const pairs = [
        ["skipWelcome", "true"],
        ["skipReleaseNotes", "true"],
        ...payload,
      ];
      return `http://${authority}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(pairs))}`;
    },
    log: () => log,
    ended,
  };
}

const isForeign = (name: string): boolean =>
  name.startsWith("VSCODE_") ||
  name === "NODE_OPTIONS" ||
  name === "ELECTRON_RUN_AS_NODE";

/** What this process was given, without what a VS Code around it would have told it. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !isForeign(name)),
  );
