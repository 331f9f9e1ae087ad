import { commands, Disposable, Uri, window, workspace } from "vscode";
import type { ExtensionContext } from "vscode";

/**
 * Shows the page of a rule: when a problem's code is clicked, which opens `<scheme>://<this extension>/rules/<code>`, and by
 * the command "Explain a Rule". The pages ship with the extension, nothing is fetched.
 */
export function registerRulePages({
  extensionUri,
}: ExtensionContext): Disposable {
  const folder = Uri.joinPath(extensionUri, "docs", "rules");
  return Disposable.from(
    window.registerUriHandler({
      handleUri: async ({ path }) => {
        const code = /^\/rules\/([^/]+)$/.exec(path)?.[1];
        if (code === undefined)
          await window.showErrorMessage(
            "Clawdbot Config: this link leads nowhere.",
          );
        else await showPage(folder, code);
      },
    }),
    commands.registerCommand("clawdbot.explainRule", async (given: unknown) => {
      const code = typeof given === "string" ? given : await chooseCode(folder);
      if (code !== undefined) await showPage(folder, code);
    }),
  );
}

/** A link may come from anywhere: only what can be a code is looked up, and only in our own folder. */
const isCode = (code: string): boolean =>
  /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(code);

async function showPage(folder: Uri, code: string): Promise<void> {
  const page = isCode(code) ? Uri.joinPath(folder, `${code}.md`) : undefined;
  if (page === undefined || !(await exists(page))) {
    await window.showErrorMessage(
      isCode(code)
        ? `Clawdbot Config has no rule "${code}".`
        : "Clawdbot Config: this is not the code of a rule.",
    );
    return;
  }
  try {
    await commands.executeCommand("markdown.showPreview", page);
  } catch {
    // The Markdown extension is switched off.
    await window.showTextDocument(page);
  }
}

/** Lets the user choose among the pages that there are. */
async function chooseCode(folder: Uri): Promise<string | undefined> {
  const codes = pageNames(await readFolder(folder)).sort();
  return window.showQuickPick(codes, {
    title: "Explain a rule",
    placeHolder: "The code of a rule",
  });
}

const pageNames = (files: readonly string[]): string[] =>
  files
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => file.slice(0, -".md".length));

async function readFolder(folder: Uri): Promise<readonly string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
