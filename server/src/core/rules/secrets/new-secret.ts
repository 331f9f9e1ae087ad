import type { Fix } from "../../config/fix.ts";
import type { Situation } from "../../config/situation.ts";
import type { JSONPath } from "../../json5/nodes.ts";

/** Gives a setting a secret of its own: generated here, or from a variable that is still to be set. */
export const newSecret = (
  path: JSONPath,
  variable: string,
  asks: string,
  situation: Situation,
): readonly [Fix, Fix] => [
  {
    title: "Generate a new one here",
    safety: "review",
    preferred: true,
    asks,
    changes: [{ op: "set", path, value: situation.newSecret }],
  },
  {
    title: `Read it from ${variable}`,
    safety: "review",
    asks: `Clawdbot will refuse the file until ${variable} is set where it runs. ${asks}`,
    introduces: [variable],
    changes: [{ op: "set", path, value: `\${${variable}}` }],
  },
];
