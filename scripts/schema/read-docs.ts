import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { valueOf } from "../../server/src/core/json5/navigate.ts";
import type { JsonValue } from "../../server/src/core/json5/nodes.ts";
import { units } from "../../server/src/core/text/quantities.ts";
import type {
  SettingDoc,
  SettingDocs,
} from "../../server/src/core/schema/setting-docs.ts";

type JsonObject = { readonly [key: string]: JsonValue };

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What each field of an entry may hold. A typo in a field's name would go unnoticed, so unknown ones are refused. */
const fields: {
  readonly [field in keyof SettingDoc]-?: (value: JsonValue) => boolean;
} = {
  title: (value) => typeof value === "string" && value !== "",
  text: (value) => typeof value === "string" && value !== "",
  values: (value) =>
    isObject(value) &&
    Object.values(value).every((meaning) => typeof meaning === "string"),
  default: () => true,
  defaultNote: (value) => typeof value === "string",
  safe: () => true,
  protects: (value) => typeof value === "string",
  unit: (value) => units.some((unit) => unit === value),
  page: (value) => typeof value === "string",
  restart: (value) => typeof value === "boolean",
};

const checks = new Map(Object.entries(fields));

const isSettingDoc = (
  entry: JsonValue | (SettingDoc & JsonObject),
): entry is SettingDoc & JsonObject =>
  isObject(entry) &&
  entry["title"] !== undefined &&
  entry["text"] !== undefined &&
  Object.entries(entry).every(
    ([field, content]) => checks.get(field)?.(content) === true,
  );

/** Reads `schemas/docs/`. Throws, naming file and setting, for anything that is not as `SettingDoc` says. */
export async function readSettingDocs(root: string): Promise<SettingDocs> {
  const folder = join(root, "schemas/docs");
  const entries: Record<string, SettingDoc> = {};
  const same: Record<string, string> = {};
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith(".json5"),
  );
  for (const name of names.sort()) {
    const { root: top, problems } = parseJson5(
      await readFile(join(folder, name), "utf8"),
    );
    const file =
      top === undefined || problems.length > 0 ? undefined : valueOf(top);
    if (!isObject(file))
      throw new Error(`schemas/docs/${name} is not a JSON5 object`);
    for (const [pattern, value] of Object.entries(file)) {
      if (pattern === "$same") {
        if (!isObject(value))
          throw new Error(`schemas/docs/${name}: $same has to be an object`);
        for (const [place, target] of Object.entries(value)) {
          if (typeof target !== "string")
            throw new Error(
              `schemas/docs/${name}: $same of ${place} has to be a setting`,
            );
          same[place] = target;
        }
      } else if (!isSettingDoc(value))
        throw new Error(
          `schemas/docs/${name}: the entry of ${pattern} is not complete, or has an unknown field`,
        );
      else if (Object.hasOwn(entries, pattern))
        throw new Error(`schemas/docs/${name}: ${pattern} is described twice`);
      else entries[pattern] = value;
    }
  }
  return { entries, same };
}
