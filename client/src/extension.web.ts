import { Uri } from "vscode";
import type { ExtensionContext } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from "vscode-languageclient/browser";
import type { MessageTransports } from "vscode-languageclient/browser";

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
  // Called again at a restart: a worker does not end by itself. Not the worker but its two ends are given, because VS Code puts
  // a function of its own in the place of Worker, and vscode-languageclient would not know what that made for one.
  const startWorker = (): Promise<MessageTransports> => {
    endWorker();
    worker = new Worker(script);
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  await startExtension(
    context,
    (options) =>
      new LanguageClient("clawdbot", "Clawdbot Config", startWorker, options),
  );
}

export const deactivate = stopExtension;
