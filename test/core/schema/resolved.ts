import { ResolvedConfig } from "../../../server/src/core/config/resolve-config.ts";
import type { ConfigNode } from "../../../server/src/core/config/config-node.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";

/** The merged root of a config text. */
export function rootOfText(text: string): ConfigNode {
  const file = "/config/clawdbot.json";
  const { root } = new ResolvedConfig(
    file,
    new Map([[file, parseJson5(text)]]),
  );
  if (root === undefined) throw new Error("the text holds no value");
  return root;
}
