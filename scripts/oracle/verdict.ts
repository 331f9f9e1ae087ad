/** A fault as the release reports it: keys joined by dots. */
export interface Issue {
  readonly path: string;
  readonly message: string;
  readonly code?: string;
  /** Of unknown keys: which. */
  readonly keys?: readonly string[];
}

/** A finding of the release's audit. Ids that count, as `channels.<id>.warning.<n>`, are given without the number. */
export interface AuditFinding {
  readonly checkId: string;
  readonly severity: string;
  readonly detail: string;
}

/** What the release makes of one file. */
export interface Verdict {
  readonly file: string;
  /** Why it could not be asked at all. */
  readonly error?: string;
  /** Channel plugins that could not be loaded; verdicts on their channels are worthless. */
  readonly pluginsMissing?: readonly string[];
  readonly parses: boolean;
  readonly parseError?: string;
  readonly includeError?: string;
  /** The variables it references. */
  readonly variables?: readonly string[];
  /** In an empty environment, where a reference to a variable refuses the file. */
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** With every referenced variable set. */
  readonly validEnv: boolean;
  readonly issuesEnv: readonly Issue[];
  /** The schema's own verdict on the text as it is, before includes and variables. */
  readonly schemaIssues?: readonly Issue[];
  readonly legacy?: readonly Issue[];
  /** What its own migrations make of legacy keys, before includes and variables. */
  readonly migrated?: object;
  /** Only when `validEnv`: the audit with every channel plugin, without the file system. */
  readonly audit?: readonly AuditFinding[];
  /** The audit as the command line prints it, which loads no channel plugins. */
  readonly auditCli?: readonly AuditFinding[];
  /** Whether `gateway run` would go on. */
  readonly starts?: { readonly ok: boolean; readonly message?: string };
}
