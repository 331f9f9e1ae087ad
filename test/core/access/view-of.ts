import {
  Answers,
  FullView,
  toPath,
  type ConfigView,
  type DottedPath,
} from "../../../server/src/core/config/config-view.ts";
import {
  environmentModes,
  type EnvironmentStates,
} from "../../../server/src/core/config/environment.ts";
import { ResolvedConfig } from "../../../server/src/core/config/resolve-config.ts";
import {
  WatchList,
  type WatchPattern,
} from "../../../server/src/core/config/watch-patterns.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import type { JSONPath } from "../../../server/src/core/json5/nodes.ts";

const file = "/config/clawdbot.json";

/** The view of a config given as text, or as the value it stands for. */
export function viewOf(
  config: string | object,
  environment: EnvironmentStates = environmentModes.unknown,
): FullView {
  const text = typeof config === "string" ? config : JSON.stringify(config);
  const files = new Map([[file, parseJson5(text)]]);
  return new FullView(new ResolvedConfig(file, files), environment);
}

/** The same view, throwing on every path that the patterns do not cover. */
export function guarded(
  view: FullView,
  patterns: readonly WatchPattern[],
): ConfigView {
  const watched = new WatchList(patterns);
  const declared = (dotted: DottedPath | JSONPath): JSONPath => {
    const path = toPath(dotted);
    if (!watched.covers(path))
      throw new Error(`${path.join(".")} is read but not declared`);
    return path;
  };
  const answers = new Answers();
  return {
    once: (question, answer) => answers.once(question, answer),
    at: (path) => view.at(declared(path)),
    entries: (path) => view.entries(declared(path)),
    items: (path) => view.items(declared(path)),
    variable: (name) => view.variable(name),
    get resolved(): never {
      throw new Error("the whole config is read");
    },
  };
}

/** A path as people write it. */
export const dotted = (path: JSONPath): string => path.join(".");
