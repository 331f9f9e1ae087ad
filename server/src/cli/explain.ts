import {
  shownMachine,
  type MachineExample,
} from "../core/config/machine-example.ts";
import { kindOf, problemKinds } from "../core/features/problem-kinds.ts";
import { nearest } from "../core/text/nearest.ts";
import { UsageError } from "./arguments.ts";
import type { ExitCode, Terminal } from "./run.ts";

/** Markdown without its marks, for a terminal. */
const plain = (markdown: string): string => markdown.replaceAll("`", "");

/** A config, below the files that lie beside it where they matter. */
const example = (config: string, machine: MachineExample | undefined): string =>
  [...(machine === undefined ? [] : shownMachine(machine)), config].join("\n");

/** `clawdbot-lint explain CODE`: what a code means, why it matters and what to do. */
export function explain(args: readonly string[], terminal: Terminal): ExitCode {
  const [code, ...more] = args;
  if (code === undefined || more.length > 0)
    throw new UsageError("explain takes one CODE");
  const kind = kindOf(code);
  if (kind === undefined) {
    const meant = nearest(
      code,
      problemKinds.map((each) => each.code),
    );
    throw new UsageError(
      `there is no code "${code}"${meant === undefined ? "" : `; is "${meant.word}" meant?`}`,
    );
  }
  const { summary, why, remedy, bad, good, machine } = kind.docs;
  const bold = (text: string): string =>
    terminal.isTerminal ? `\u001B[1m${text}\u001B[0m` : text;
  terminal.write(
    [
      `${bold(code)}: ${plain(summary)}`,
      plain(why),
      `${bold("What to do")}: ${plain(remedy)}`,
      `${bold("With the problem")}:\n${example(bad, machine?.bad)}`,
      `${bold("Without it")}:\n${example(good, machine?.good)}`,
      "",
    ].join("\n\n"),
  );
  return 0;
}
