import type { SourceFile } from "../../server/src/core/config/includes.ts";
import { environmentModes } from "../../server/src/core/config/environment.ts";
import type { Situation } from "../../server/src/core/config/situation.ts";
import { Analysis } from "../../server/src/core/features/analysis.ts";
import { defaultSettings } from "../../server/src/core/features/settings.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";

const file = "/config/clawdbot.json";

/** What an editor knows when nobody has told it anything. */
export const benchSituation: Situation = {
  environment: environmentModes.unknown,
  today: "2026-02-01",
  platform: "linux",
  newSecret: "c9dfb79fdda657eaeaeee5eba6547b3459f45ba47cdd5694f844959984345c35",
};

/** The config of that text, from its first character on. */
export const analysisOf = (text: string): Analysis =>
  analysisOfTree(parseJson5(text));

/** The config of a text that is parsed already, and nothing more. */
export const analysisOfTree = (tree: SourceFile): Analysis =>
  new Analysis({
    file,
    files: new Map([[file, tree]]),
    settings: defaultSettings,
    situation: benchSituation,
  });
