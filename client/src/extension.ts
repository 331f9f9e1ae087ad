import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

import { startExtension, stopExtension } from "./start-extension.ts";

/** Desktop and remote: the server is a process of its own, reached over Node's pipe. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.js");
  const transport = TransportKind.ipc;
  const server = {
    run: { module, transport },
    debug: {
      module,
      transport,
      options: { execArgv: ["--nolazy", "--enable-source-maps"] },
    },
  };
  await startExtension(
    context,
    (options) =>
      new LanguageClient("clawdbot", "Clawdbot Config", server, options),
  );
}

export const deactivate = stopExtension;
