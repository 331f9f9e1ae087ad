import {
  commands,
  ConfigurationTarget,
  Disposable,
  languages,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Diagnostic, QuickPickItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

import { carryOut } from "./risk-answer.ts";
import type { RiskAnswer } from "./risk-answer.ts";

/** What of our commands the server may offer. */
export const riskCommands = [
  "clawdbot.acceptRisk",
  "clawdbot.recordVariable",
] as const;

/** Which problem is to be accepted, as the server said it or as it is shown. */
interface Risk {
  readonly uri: string;
  readonly code: string;
  readonly path?: unknown;
  readonly position?: unknown;
}

/** What its owner says. */
interface Decision {
  readonly where: "comment" | "file";
  readonly reason: string;
  readonly until?: string;
}

/**
 * The commands with which an owner answers a problem without repairing it. `clawdbot.acceptRisk` asks for what it is not given;
 * what to write is the server's decision, and tried before it is written.
 */
export const registerRiskCommands = (client: BaseLanguageClient): Disposable =>
  Disposable.from(
    commands.registerCommand(
      "clawdbot.acceptRisk",
      async (given: unknown, decided: unknown) => {
        const risk = isRisk(given) ? given : await chooseRisk(client);
        if (risk === undefined) return;
        const decision = isDecision(decided)
          ? decided
          : await askDecision(risk.code);
        if (decision !== undefined) await accept(client, risk, decision);
      },
    ),
    commands.registerCommand(
      "clawdbot.recordVariable",
      async (given: unknown) => {
        if (isVariable(given)) await recordVariable(client, given);
      },
    ),
  );

async function accept(
  client: BaseLanguageClient,
  risk: Risk,
  decision: Decision,
): Promise<void> {
  const answer = await client.sendRequest<RiskAnswer>("clawdbot/acceptRisk", {
    ...risk,
    ...decision,
  });
  const isInComment = decision.where === "comment";
  if (!("refused" in answer) || !isInComment) {
    await carryOut(client, answer);
    return;
  }
  const other = "Write it to .clawdbot-lint.json";
  const chosen = await window.showWarningMessage(
    `Clawdbot Config: ${answer.refused}`,
    other,
  );
  if (chosen === other)
    await accept(client, risk, { ...decision, where: "file" });
}

async function recordVariable(
  client: BaseLanguageClient,
  variable: { readonly uri: string; readonly name: string },
): Promise<void> {
  const answer = await client.sendRequest<RiskAnswer>(
    "clawdbot/recordVariable",
    variable,
  );
  if (!("setting" in answer)) {
    await carryOut(client, answer);
    return;
  }
  const uri = Uri.parse(variable.uri);
  const configuration = workspace.getConfiguration("clawdbot", uri);
  const isOfWorkspace =
    configuration.inspect(answer.setting)?.workspaceValue !== undefined ||
    workspace.getWorkspaceFolder(uri) !== undefined;
  // A list of the workspace stands in the place of the user's, so it has to hold that one as well.
  const names = configuration.get<readonly string[]>(answer.setting, []);
  await configuration.update(
    answer.setting,
    [...new Set([...names, variable.name])],
    isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

/** The problem at the cursor; of several, the one that the user chooses. */
async function chooseRisk(
  client: BaseLanguageClient,
): Promise<Risk | undefined> {
  const editor = window.activeTextEditor;
  const found = editor === undefined ? [] : problemsAt(editor);
  if (editor === undefined || found.length === 0) {
    await window.showInformationMessage(
      "Clawdbot Config: there is no problem in this line.",
    );
    return undefined;
  }
  const items = found.map((diagnostic) => ({
    label: codeOf(diagnostic),
    detail: diagnostic.message,
    diagnostic,
  }));
  const chosen =
    items.length === 1
      ? items[0]
      : await window.showQuickPick(items, { title: "Accept which risk?" });
  return (
    chosen && {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      code: chosen.label,
      position: client.code2ProtocolConverter.asPosition(
        chosen.diagnostic.range.start,
      ),
    }
  );
}

const problemsAt = ({
  document,
  selection,
}: NonNullable<typeof window.activeTextEditor>): readonly Diagnostic[] =>
  languages
    .getDiagnostics(document.uri)
    .filter(
      ({ source, range }) =>
        source === "clawdbot" && range.start.line === selection.active.line,
    );

const codeOf = ({ code }: Diagnostic): string =>
  String(typeof code === "object" ? code.value : code);

async function askDecision(code: string): Promise<Decision | undefined> {
  const places: readonly (QuickPickItem & Pick<Decision, "where">)[] = [
    {
      label: "Here, in a comment",
      detail:
        "Seen by whoever reads the config. Clawdbot drops comments when it rewrites the file.",
      where: "comment",
    },
    {
      label: "In .clawdbot-lint.json",
      detail: "The shared configuration of the editor and the command line.",
      where: "file",
    },
  ];
  const place = await window.showQuickPick(places, {
    title: `Accept ${code}: where is it written down?`,
  });
  if (place === undefined) return undefined;
  const reason = await window.showInputBox({
    title: `Accept ${code}: why is it acceptable here?`,
    prompt: "The reason is shown in reports, so it must hold no secret.",
    validateInput: (text) =>
      text.trim() === "" ? "A reason is needed." : undefined,
  });
  if (reason === undefined) return undefined;
  const until = await window.showInputBox({
    title: `Accept ${code}: until when?`,
    prompt: "The last day as YYYY-MM-DD; leave it empty for no end.",
    placeHolder: "YYYY-MM-DD",
    validateInput: (text) =>
      text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? undefined
        : "A day as YYYY-MM-DD, or nothing.",
  });
  if (until === undefined) return undefined;
  return { where: place.where, reason, ...(until === "" ? {} : { until }) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isRisk = (value: unknown): value is Risk =>
  isRecord(value) &&
  typeof value["uri"] === "string" &&
  typeof value["code"] === "string";

const isDecision = (value: unknown): value is Decision =>
  isRecord(value) &&
  (value["where"] === "comment" || value["where"] === "file") &&
  typeof value["reason"] === "string";

const isVariable = (
  value: unknown,
): value is { readonly uri: string; readonly name: string } =>
  isRecord(value) &&
  typeof value["uri"] === "string" &&
  typeof value["name"] === "string";
