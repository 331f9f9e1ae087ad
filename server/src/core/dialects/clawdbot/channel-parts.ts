import type { AccountRules, Credential, GroupRules } from "./channel-row.ts";

/** A credential that is given when it is non-blank text. */
export const text = (key: string): Credential => ({ key, type: "text" });

/** Named accounts as most channels have them. */
export const accounts: AccountRules = {
  lookup: "lower-case",
  defaultBlock: true,
  defaultBeside: [],
  order: "sorted",
  namesDefault: false,
  bound: false,
};

/** Groups of a channel that the program's own schema checks: the schema writes "allowlist" into every block. */
export const checkedGroups: GroupRules = {
  defaultPolicy: "allowlist",
  obeysDefaults: false,
  accountPolicy: "own",
  senders: "groupAllowFrom",
  sendersFallBack: "absent",
  places: ["groups"],
  placeSenders: [],
  audited: true,
};

/** Groups of a channel that brings its own code and has no schema in the program. */
export const pluginGroups: GroupRules = {
  ...checkedGroups,
  obeysDefaults: true,
  accountPolicy: "inherited",
};
