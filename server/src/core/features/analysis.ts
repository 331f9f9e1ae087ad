import { FullView } from "../config/config-view.ts";
import type { EnvironmentStates } from "../config/environment.ts";
import type { SourceFile } from "../config/includes.ts";
import { MergedPaths } from "../config/merged-paths.ts";
import { ResolvedConfig } from "../config/resolve-config.ts";
import type { Situation } from "../config/situation.ts";
import { parseJson5 } from "../json5/parse.ts";
import { styleOf, type Style } from "../json5/style.ts";
import { diagnose, type Diagnosis } from "./diagnose.ts";
import { isAboutAcceptance } from "./acceptance/codes.ts";
import { isAtLeast, type Problem } from "./problem.ts";
import { bare, type CheckSettings } from "./settings.ts";
import { NameIndex } from "./names/name-index.ts";

/** All that an answer about one config depends on. */
export interface AnalysisInput {
  /** The root file; `files` has its text. */
  readonly file: string;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly settings: CheckSettings;
  readonly situation: Situation;
}

/** The audit is repeated as in an empty environment: the program's own variables count as unset. */
const asAuditSees = (environment: EnvironmentStates): EnvironmentStates => ({
  ...environment,
  own: "unset",
  known: new Map(),
});

/**
 * One config at one moment: text, tree, merged view and, on demand, its diagnosis. Never changes; a new text is a new analysis.
 */
export class Analysis {
  readonly input: AnalysisInput;
  readonly resolved: ResolvedConfig;
  readonly view: FullView;
  /** Where the text of each file stands in the merged config. */
  readonly paths: MergedPaths;
  #diagnosis: Diagnosis | undefined;
  #names: NameIndex | undefined;
  readonly #styles = new Map<string, Style>();

  constructor(input: AnalysisInput) {
    this.input = input;
    this.resolved = new ResolvedConfig(input.file, input.files);
    this.paths = new MergedPaths(this.resolved);
    const { environment } = input.situation;
    this.view = new FullView(
      this.resolved,
      input.settings.profile === "upstream"
        ? asAuditSees(environment)
        : environment,
    );
  }

  /** How a file is written; the root file unless said otherwise. */
  styleOf(file = this.resolved.file): Style {
    const known = this.#styles.get(file);
    if (known !== undefined) return known;
    const document = this.resolved.documentOf(file) ?? this.resolved.document;
    const style = styleOf(document);
    this.#styles.set(file, style);
    return style;
  }

  /** Every name in the config, and where it is used. */
  get names(): NameIndex {
    return (this.#names ??= new NameIndex(this.resolved));
  }

  /** The problems of the config, and whether the program accepts it and its gateway starts. */
  get diagnosis(): Diagnosis {
    return (this.#diagnosis ??= diagnose(this));
  }

  /** The problems that a person is shown: not accepted, and not milder than what the settings ask for. */
  get shown(): readonly Problem[] {
    return this.diagnosis.problems.filter((problem) => this.isShown(problem));
  }

  isShown({ suppressed, severity }: Problem): boolean {
    return (
      suppressed === undefined &&
      isAtLeast(severity, this.input.settings.minSeverity)
    );
  }

  /** Every problem before overrides and suppressions: what fixes are proved against. */
  get bareDiagnosis(): Diagnosis {
    const { settings } = this.input;
    if (
      settings.rules.size === 0 &&
      !this.diagnosis.problems.some(
        (problem) =>
          problem.suppressed !== undefined || isAboutAcceptance(problem),
      )
    ) {
      return this.diagnosis;
    }
    return new Analysis({ ...this.input, settings: bare(settings) }).diagnosis;
  }

  /** The same question about other texts of some files. */
  withTexts(
    texts: ReadonlyMap<string, string>,
    input: Partial<AnalysisInput> = {},
  ): Analysis {
    const files = new Map(this.input.files);
    for (const [file, text] of texts) files.set(file, parseJson5(text));
    return new Analysis({ ...this.input, ...input, files });
  }
}
