import { Uri } from "vscode";
import type { ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";

import { startExtension, stopExtension } from "./start-extension.ts";

/** In a browser the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(
    context.extensionUri,
    "dist/web/server.js",
  ).toString(true);
  let worker: Worker | undefined;
  const endWorker = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: endWorker });
  // Called again at a restart: a worker does not end by itself.
  const startWorker = (): Promise<Worker> => {
    endWorker();
    worker = new Worker(script);
    return Promise.resolve(worker);
  };
  await startExtension(
    context,
    (options) =>
      new LanguageClient("clawdbot", "Clawdbot Config", startWorker, options),
  );
}

export const deactivate = stopExtension;
