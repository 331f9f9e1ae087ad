import { CodeActionKind, languages } from "vscode";
import type { CodeAction, Command, Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

type Converter = BaseLanguageClient["protocol2CodeConverter"];
type ProtocolActions = Parameters<Converter["asCodeActionResult"]>[0];

/**
 * Quick-fixes in `.clawdbot-lint.json`. The file is VS Code's own "JSON with comments": attached to our server it would get a
 * second formatter and completions of another file, so only its fixes are asked for.
 */
export const offerLintFileFixes = (client: BaseLanguageClient): Disposable =>
  languages.registerCodeActionsProvider(
    { pattern: "**/.clawdbot-lint.json" },
    {
      async provideCodeActions(
        document,
        range,
        { only },
        token,
      ): Promise<(CodeAction | Command)[]> {
        // The server knows the file as it is saved.
        if (document.isDirty) return [];
        const { code2ProtocolConverter, protocol2CodeConverter } = client;
        const actions = await client.sendRequest<ProtocolActions>(
          "textDocument/codeAction",
          {
            textDocument: { uri: code2ProtocolConverter.asUri(document.uri) },
            range: code2ProtocolConverter.asRange(range),
            context: {
              diagnostics: [],
              ...(only === undefined ? {} : { only: [only.value] }),
            },
          },
          token,
        );
        return protocol2CodeConverter.asCodeActionResult(actions, token);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
