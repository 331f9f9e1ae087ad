/**
 * Command-line programs that stand in for a model (agents/cli-backends.js). They run in the workspace, outside any sandbox;
 * that they are to use no tools is told to the model and to nobody else (agents/cli-runner.js).
 */

/** Backends that are there without a word in the file, with what their usual arguments switch off. */
export const usualCliBackends: Readonly<
  Record<string, { readonly command: string; readonly args: readonly string[] }>
> = {
  "claude-cli": {
    command: "claude",
    args: ["-p", "--output-format", "json", "--dangerously-skip-permissions"],
  },
  "codex-cli": {
    command: "codex",
    args: [
      "exec",
      "--json",
      "--color",
      "never",
      "--sandbox",
      "read-only",
      "--skip-git-repo-check",
    ],
  },
};

/** Arguments that let such a program do anything without asking. */
export const unasked: ReadonlySet<string> = new Set([
  "--dangerously-skip-permissions",
  "--allow-dangerously-skip-permissions",
  "--permission-mode=bypassPermissions",
  "bypassPermissions",
  "--dangerously-bypass-approvals-and-sandbox",
  "--yolo",
  "--approval-mode=yolo",
  "--full-auto",
  "danger-full-access",
  "--sandbox=danger-full-access",
  "--trust-all-tools",
  "--auto-approve",
  "--dangerously-allow-all",
]);
