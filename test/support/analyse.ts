import type { SourceFile } from "../../server/src/core/config/includes.ts";
import {
  environmentModes,
  type EnvironmentStates,
} from "../../server/src/core/config/environment.ts";
import {
  configOf,
  machineOf,
  textsOf,
  type MachineExample,
} from "../../server/src/core/config/machine-example.ts";
import type {
  EnvironmentFile,
  Situation,
} from "../../server/src/core/config/situation.ts";
import { Analysis } from "../../server/src/core/features/analysis.ts";
import {
  defaultSettings,
  type CheckSettings,
} from "../../server/src/core/features/settings.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import type { Profile } from "../../server/src/core/rules/rule.ts";

/** A new secret that is none: fixed, so that results can be written down, and without a pattern that a rule would see. */
export const fixedSecret =
  "c9dfb79fdda657eaeaeee5eba6547b3459f45ba47cdd5694f844959984345c35";

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
  /** What the owner and the team say, beside the profile. */
  readonly settings?: Partial<CheckSettings>;
  /** Where secrets can be moved to; nowhere unless said. */
  readonly environmentFile?: EnvironmentFile;
  /** Further files by absolute name; the config itself is `/config/clawdbot.json`. */
  readonly files?: Readonly<Record<string, string>>;
  /** What lies beside the config, which then is where this says. Nobody looked when it is absent. */
  readonly machine?: MachineExample | undefined;
}

export const configFile = "/config/clawdbot.json";

/** Analyses a text as `/config/clawdbot.json`, or as the config of the machine that is given. */
export function analyse(text: string, options: AnalyseOptions = {}): Analysis {
  const { machine } = options;
  const file = machine === undefined ? configFile : configOf(machine);
  const files = new Map<string, SourceFile>([[file, parseJson5(text)]]);
  const others = [
    ...Object.entries(options.files ?? {}),
    ...(machine === undefined ? [] : textsOf(machine)),
  ];
  for (const [name, content] of others) files.set(name, parseJson5(content));
  return new Analysis({
    file,
    files,
    settings: {
      ...defaultSettings,
      profile: options.profile ?? "recommended",
      ...options.settings,
    },
    situation: {
      ...situation,
      environment: options.environment ?? situation.environment,
      platform: options.platform ?? situation.platform,
      ...(machine === undefined ? {} : { machine: machineOf(machine) }),
      ...(options.environmentFile === undefined
        ? {}
        : { environmentFile: options.environmentFile }),
    },
  });
}
