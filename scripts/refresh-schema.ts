// npm run refresh-schema: writes the release's schemas to schemas/, asking the real release. Then run npm run generate.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportSchemas, installRelease } from "./oracle/ask-release.ts";
import { installed } from "./oracle/release.ts";

const root = process.cwd();
const isPackage = (
  value: unknown,
): value is { readonly name: string; readonly version: string } =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  "version" in value;

installRelease(root);
const { validation, plugins, channels } = await exportSchemas(root);
const files = {
  "clawdbot.validation.json": `${JSON.stringify(validation, undefined, 2)}\n`,
  "plugins.json": `${JSON.stringify(plugins, undefined, 2)}\n`,
  "plugin-channels.json": `${JSON.stringify(channels, undefined, 2)}\n`,
};
const manifest: unknown = JSON.parse(
  readFileSync(installed("clawdbot", "package.json"), "utf8"),
);
if (!isPackage(manifest)) throw new Error("the release has no package.json");
const sha256 = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [
    name,
    createHash("sha256").update(text).digest("hex"),
  ]),
);
const origin = {
  package: manifest.name,
  version: manifest.version,
  license: "MIT",
  sha256,
};
for (const [name, text] of Object.entries(files))
  writeFileSync(join(root, "schemas", name), text);
writeFileSync(
  join(root, "schemas/clawdbot.schema.origin.json"),
  `${JSON.stringify(origin, undefined, 2)}\n`,
);
console.log(
  `schemas/ now holds the schemas of ${manifest.name} ${manifest.version}. Next: npm run generate`,
);
