import { commands, env, window, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import { RevealOutputChannelOn } from "vscode-languageclient";
import type {
  BaseLanguageClient,
  LanguageClientOptions,
} from "vscode-languageclient";

import { registerRiskCommands, riskCommands } from "./accept-risk.ts";
import { tellExplicitSettings } from "./explicit-settings.ts";
import { offerLintFileFixes } from "./lint-file-fixes.ts";
import { offerRepair, repairFromPalette } from "./repair-permissions.ts";
import { answerFiles } from "./answer-files.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { registerRulePages } from "./rule-pages.ts";
import { createTraceChannel } from "./trace-channel.ts";

let client: BaseLanguageClient | undefined;

/** Everything that is the same on the desktop and in a browser: resolves when the server answers. */
export async function startExtension(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const log = window.createOutputChannel("Clawdbot Config", { log: true });
  const trace = createTraceChannel(log);
  const pages = registerRulePages(context);
  const started = createClient({
    // By language alone: which files are such files is said once, in package.json.
    documentSelector: [{ language: "clawdbot" }],
    outputChannel: log,
    traceOutputChannel: trace.channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      ...repairFromPalette,
      workspace: tellExplicitSettings(context),
    },
    initializationOptions: {
      diagnostics: "push",
      readsFiles: true,
      isVscode: true,
      isTrusted: workspace.isTrusted,
      commands: riskCommands,
      rulePages: `${env.uriScheme}://${context.extension.id}/rules/`,
    },
  });
  client = started;
  context.subscriptions.push(
    log,
    trace,
    pages,
    answerFiles(started),
    registerRiskCommands(started),
    offerLintFileFixes(started),
    workspace.onDidGrantWorkspaceTrust(
      () => void started.sendNotification("clawdbot/trusted"),
    ),
    commands.registerCommand("clawdbot.restartServer", () => restart(started)),
    commands.registerCommand("clawdbot.showLog", () => log.show()),
  );
  await started.start();
  offerRepair(started);
  context.subscriptions.push(maskSecrets(started));
}

async function restart(running: BaseLanguageClient): Promise<void> {
  if (running.needsStop()) await running.stop();
  await running.start();
}

/** Ends the server. */
export async function stopExtension(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}
