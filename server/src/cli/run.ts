import { checkArguments, UsageError } from "./arguments.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { toolVersion } from "./tool-version.ts";

/** The world a command runs in. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly isTerminal: boolean;
  /** Becomes the language server on standard input and output. */
  readonly serve: () => void;
}

/** 0: nothing at or above the limit; 1: something; 2: wrong use, or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2;

const usage = `clawdbot-lint check [FILE...]   problems of Clawdbot configs
  --format text|json             text for people (default), json for programs
  --profile upstream|recommended|strict
  --environment unknown|empty|process   what to take \${NAME} for (default: unknown)
  --env NAME                     NAME is set where the gateway runs (repeatable)
  --env-file FILE                the names in FILE are set there
  --config FILE                  obey this .clawdbot-lint.json, not the one nearest to each config
  --min-severity error|warning|info|hint   leave milder problems out
  --fail-on error|warning|info|hint        exit 1 from this severity on (default: error)
  --no-fs                        look at no file but the config and what it includes
  --stdin [--stdin-filename NAME]          read one config from standard input
  Without FILE: the config that Clawdbot itself would load.
clawdbot-lint explain CODE      what a code means, and what to do
clawdbot-lint lsp --stdio       the language server, for any editor
Exit codes: 0 nothing to report at --fail-on or above, 1 something, 2 wrong use or unreadable file.
`;

/** Runs the command line; never throws for what a user can do wrong. */
export async function run(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case "check":
        return await check(checkArguments(rest), terminal);
      case "explain":
        return explain(rest, terminal);
      case "lsp":
        if (rest.join() !== "--stdio")
          throw new UsageError("lsp takes --stdio and nothing else");
        terminal.serve();
        return 0;
      case "help":
      case "--help":
      case "-h":
        terminal.write(usage);
        return 0;
      case "--version":
        terminal.write(`${toolVersion}\n`);
        return 0;
      default:
        throw new UsageError(
          command === undefined
            ? "no command given"
            : `unknown command "${command}"`,
        );
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.writeError(`clawdbot-lint: ${error.message}\n\n${usage}`);
    return 2;
  }
}
