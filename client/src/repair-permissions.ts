import { commands, window } from "vscode";
import type {
  BaseLanguageClient,
  ExecuteCommandMiddleware,
} from "vscode-languageclient";

/** The command that the server carries out, because the files are where it runs. */
const command = "clawdbot.fixPermissions";

/**
 * The command as the palette calls it, without arguments, is about the config in the active editor. A quick-fix brings its own.
 */
export const repairFromPalette: ExecuteCommandMiddleware = {
  executeCommand: async (name, given: unknown[], next): Promise<unknown> => {
    if (name !== command || given.length > 0) return next(name, given);
    const document = window.activeTextEditor?.document;
    if (document?.languageId === "clawdbot")
      return next(name, [{ uri: document.uri.toString() }]);
    void window.showInformationMessage(
      "Open the Clawdbot config whose files are to be repaired.",
    );
    return undefined;
  },
};

/** Shows the command in the palette if the server has it: one in a browser has no files. */
export function offerRepair(client: BaseLanguageClient): void {
  const offered =
    client.initializeResult?.capabilities.executeCommandProvider?.commands;
  void commands.executeCommand(
    "setContext",
    "clawdbot.repairsPermissions",
    offered?.includes(command) === true,
  );
}
