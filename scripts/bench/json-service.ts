import { readFileSync } from "node:fs";
import { getLanguageService } from "vscode-json-languageservice";
import type { LanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";

const uri = "file:///config/clawdbot.json";

/** VS Code's own JSON service with the schema that we use. */
export function jsonService(): LanguageService {
  const schema: unknown = JSON.parse(
    readFileSync("schemas/clawdbot.schema.json", "utf8"),
  );
  if (typeof schema !== "object" || schema === null)
    throw new Error("the schema is no object");
  const service = getLanguageService({});
  service.configure({
    validate: true,
    allowComments: true,
    schemas: [{ uri: "clawdbot://schema", fileMatch: [uri], schema }],
  });
  return service;
}

export const jsonDocument = (text: string, version = 1): TextDocument =>
  TextDocument.create(uri, "jsonc", version, text);
