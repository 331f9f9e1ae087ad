import { EventEmitter, LogLevel, workspace } from "vscode";
import type { Disposable, LogOutputChannel } from "vscode";

/**
 * Where vscode-languageclient writes its trace: our log, when `clawdbot.trace.server` is "messages".
 *
 * Only the name of each message gets through. What a message holds is the user's config, secrets included, and that belongs
 * in no log, whatever the setting says.
 */
export function createTraceChannel(
  log: LogOutputChannel,
): Disposable & { readonly channel: LogOutputChannel } {
  const levelChanged = new EventEmitter<LogLevel>();
  const configuration = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("clawdbot.trace.server"))
      levelChanged.fire(level());
  });
  const channel: LogOutputChannel = {
    ...withMethodsOf(log),
    name: log.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levelChanged.event,
    trace: (message) => {
      const name = nameOfMessage(message);
      if (name !== "") log.info(name);
    },
  };
  return {
    channel,
    dispose: () => {
      configuration.dispose();
      levelChanged.dispose();
    },
  };
}

const level = (): LogLevel =>
  workspace.getConfiguration("clawdbot").get("trace.server") === "messages"
    ? LogLevel.Trace
    : LogLevel.Info;

/** The first line without data: "Sending notification 'textDocument/didOpen'." */
const nameOfMessage = (message: string): string =>
  /^[^\n{]*/.exec(message)?.[0].trim() ?? "";

function withMethodsOf(log: LogOutputChannel) {
  return {
    append: (value: string) => log.append(value),
    appendLine: (value: string) => log.appendLine(value),
    replace: (value: string) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(),
    hide: () => log.hide(),
    // The log is disposed of by its owner.
    dispose: () => undefined,
    debug: (message: string) => log.debug(message),
    info: (message: string) => log.info(message),
    warn: (message: string) => log.warn(message),
    error: (error: string | Error) => log.error(error),
  };
}
