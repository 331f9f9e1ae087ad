/** Put in by the build, from package.json (scripts/bundles.mjs). */
declare const TOOL_VERSION: string;

/** The version of this tool. */
export const toolVersion: string = TOOL_VERSION;
