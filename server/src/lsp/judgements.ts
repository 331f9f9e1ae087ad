import {
  environmentWith,
  type EnvironmentStates,
} from "../core/config/environment.ts";
import { parentFolder } from "../core/config/file-names.ts";
import {
  mergeSettings,
  type EffectiveSettings,
  type GivenSettings,
} from "../core/features/lint-file/given-settings.ts";
import {
  readLintFile,
  type LintFile,
} from "../core/features/lint-file/read-lint-file.ts";
import type { Json5Document } from "../core/json5/nodes.ts";
import type { Host } from "../platform/host.ts";
import {
  findLintFile,
  knownEnvironment,
  toLintFile,
} from "../platform/shared-configuration.ts";
import type { Trust } from "./trust.ts";

/** What one config is judged by. */
export interface Judgement {
  readonly settings: EffectiveSettings;
  readonly environment: EnvironmentStates;
  /** The shared configuration that is in force; undefined when there is none, or it may not be obeyed. */
  readonly lintFile: LintFile | undefined;
}

/** What others want to know of the search for shared configurations. */
export interface LintFileEvents {
  /** A shared configuration is passed over, because nobody vouched for the workspace. */
  ignored(file: string): void;
  /** In this folder a shared configuration was found, or may turn up. */
  searched(folder: string): void;
}

/**
 * Finds out for each config which settings are in force: those of the client and those of the `.clawdbot-lint.json` nearest to
 * it. Files are read in the background; until they are, the client's settings stand alone.
 */
export class Judgements {
  readonly #host: Host;
  readonly #events: LintFileEvents;
  readonly #known = new Map<string, Judgement>();
  readonly #working = new Map<string, Promise<void>>();
  /** Shared configurations as they were read: one object for all configs, so that their entries are told apart. */
  readonly #lintFiles = new Map<string, Promise<LintFile | undefined>>();
  /** Shared configurations that are open in the client, as they stand there. */
  readonly #open = new Map<string, Json5Document>();
  #given: GivenSettings = {};
  #trust: Trust;
  #generation = 0;

  constructor(host: Host, trust: Trust, events: LintFileEvents) {
    this.#host = host;
    this.#trust = trust;
    this.#events = events;
  }

  restrict(trust: Trust): void {
    this.#trust = trust;
    this.forget();
  }

  configure(given: GivenSettings): void {
    this.#given = given;
    this.forget();
  }

  /** A shared configuration is open in the client, or no longer. */
  edit(file: string, document: Json5Document | undefined): void {
    if (document === undefined) this.#open.delete(file);
    else this.#open.set(file, document);
    this.forget();
  }

  /** Something outside changed: everything is looked up again when it is needed. */
  forget(): void {
    this.#generation++;
    this.#known.clear();
    this.#working.clear();
    this.#lintFiles.clear();
  }

  /** A shared configuration as it stands now. */
  lintFile(file: string): Promise<LintFile | undefined> {
    const known = this.#lintFiles.get(file);
    if (known !== undefined) return known;
    const reading = this.#read(file);
    this.#lintFiles.set(file, reading);
    return reading;
  }

  /** The settings of the client with those of a shared configuration. */
  settingsWith(lintFile: LintFile | undefined): EffectiveSettings {
    return mergeSettings(this.#given, lintFile?.settings);
  }

  isReady(configFile: string): boolean {
    return this.#known.has(configFile);
  }

  /** What is known by now. */
  of(configFile: string): Judgement {
    const known = this.#known.get(configFile);
    if (known !== undefined) return known;
    const settings = this.settingsWith(undefined);
    const { mode, names } = settings.environment;
    return {
      settings,
      environment: environmentWith(mode, names),
      lintFile: undefined,
    };
  }

  /** Finds out; resolves when `of` has the whole answer. Never rejects. */
  prepare(configFile: string): Promise<void> {
    if (this.isReady(configFile)) return Promise.resolve();
    const running = this.#working.get(configFile);
    if (running !== undefined) return running;
    const work = this.#findOut(configFile);
    this.#working.set(configFile, work);
    return work;
  }

  async #findOut(configFile: string): Promise<void> {
    const generation = this.#generation;
    const lintFile = await this.#lintFileOf(configFile);
    const settings = this.settingsWith(lintFile);
    const environment = await this.#environmentOf(configFile, settings);
    // Overtaken: whoever needs it asks again.
    if (generation !== this.#generation) return this.prepare(configFile);
    this.#known.set(configFile, { settings, environment, lintFile });
    this.#working.delete(configFile);
  }

  async #lintFileOf(configFile: string): Promise<LintFile | undefined> {
    const isTrusted = this.#trust.isTrusted;
    const file = await findLintFile(configFile, {
      home: this.#host.home,
      // Not even a look is taken at what lies outside a workspace that nobody vouched for.
      exists: async (name) =>
        (await this.#trust.refusal(name, (link) =>
          this.#host.realName(link),
        )) === undefined &&
        (this.#open.has(name) || (await this.#host.exists(name))),
    });
    if (isTrusted)
      for (const each of [configFile, ...(file === undefined ? [] : [file])]) {
        const folder = parentFolder(each);
        if (folder !== undefined) this.#events.searched(folder);
      }
    if (file === undefined) return undefined;
    if (!isTrusted) {
      this.#events.ignored(file);
      return undefined;
    }
    return this.lintFile(file);
  }

  async #read(file: string): Promise<LintFile | undefined> {
    const open = this.#open.get(file);
    return open === undefined
      ? toLintFile(file, await this.#host.read(file))
      : readLintFile(file, open);
  }

  async #environmentOf(
    configFile: string,
    { environment }: EffectiveSettings,
  ): Promise<EnvironmentStates> {
    if (!this.#trust.isTrusted)
      return environmentWith(environment.mode, environment.names);
    const { states } = await knownEnvironment(environment, {
      read: (file) => this.#host.read(file),
      processNames: () => this.#host.processNames(configFile),
    });
    return states;
  }
}
