import { referencedState } from "../../config/environment.ts";
import type { Span } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";

/** The `${NAME}` around the name at an offset, marks included. */
export const referenceSpan = (offset: number, name: string): Span => ({
  offset: offset - 2,
  length: name.length + 3,
});

/** What is known of a variable, and where to set it; its value is never known here. */
export function variableLines(
  { input, names }: Analysis,
  name: string,
): readonly string[] {
  const { environment } = input.situation;
  const state = referencedState(environment, name);
  const news =
    state === "unset"
      ? "It is not set, so Clawdbot refuses the file."
      : environment.known.has(name)
        ? "It is set."
        : "Whether it is set is not known here.";
  const places = names.named("variable", name).length;
  const also = places > 1 ? ` It is used in ${places} places.` : "";
  return [
    `**\`\${${name}}\`**: an environment variable. ${news}${also}`,
    "",
    "Clawdbot puts its value here when it loads the file. Set it where the gateway runs, or in `~/.clawdbot/.env`; the file's own `env` block comes too late.",
  ];
}
