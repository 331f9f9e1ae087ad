import type { SourceFile } from "../../server/src/core/config/includes.ts";
import {
  environmentModes,
  type EnvironmentStates,
} from "../../server/src/core/config/environment.ts";
import type {
  EnvironmentFile,
  Situation,
} from "../../server/src/core/config/situation.ts";
import { Analysis } from "../../server/src/core/features/analysis.ts";
import { defaultSettings } from "../../server/src/core/features/settings.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import type { Profile } from "../../server/src/core/rules/rule.ts";

/** A new secret that is none: fixed, so that results can be written down. */
export const fixedSecret = "0123456789abcdef".repeat(4);

export const situation: Situation = {
  environment: environmentModes.unknown,
  today: "2026-02-01",
  platform: "linux",
  newSecret: fixedSecret,
};

/** An `.env` file beside the config that is not there yet. */
export const noEnvironmentFile: EnvironmentFile = {
  file: "/config/.env",
  exists: false,
  names: new Set(),
  length: 0,
  end: { line: 0, character: 0 },
  lineBreak: "\n",
  endsMidLine: false,
};

export interface AnalyseOptions {
  readonly profile?: Profile;
  readonly environment?: EnvironmentStates;
  readonly platform?: Situation["platform"];
  /** Where secrets can be moved to; nowhere unless said. */
  readonly environmentFile?: EnvironmentFile;
  /** Further files by absolute name; the config itself is `/config/clawdbot.json`. */
  readonly files?: Readonly<Record<string, string>>;
}

export const configFile = "/config/clawdbot.json";

/** Analyses a text as `/config/clawdbot.json`. */
export function analyse(text: string, options: AnalyseOptions = {}): Analysis {
  const files = new Map<string, SourceFile>([[configFile, parseJson5(text)]]);
  for (const [name, content] of Object.entries(options.files ?? {}))
    files.set(name, parseJson5(content));
  return new Analysis({
    file: configFile,
    files,
    settings: {
      ...defaultSettings,
      profile: options.profile ?? "recommended",
    },
    situation: {
      ...situation,
      environment: options.environment ?? situation.environment,
      platform: options.platform ?? situation.platform,
      ...(options.environmentFile === undefined
        ? {}
        : { environmentFile: options.environmentFile }),
    },
  });
}
