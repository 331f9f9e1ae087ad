import type { Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { oncePerView } from "./once-per-view.ts";

/** A model that agents are told to use. */
export interface ChosenModel {
  readonly lookup: Lookup;
  /** As written, without blanks around it. */
  readonly id: string;
  readonly forImages: boolean;
  /** The agent's id as written; undefined for everybody's. */
  readonly agent: string | undefined;
}

/** A model for runs that begin without a person's message, of which the audit does not ask. */
export type RunModel = Pick<ChosenModel, "lookup" | "id">;

export const chosenModelPatterns = [
  "agents.defaults.model.primary",
  "agents.defaults.model.fallbacks[]",
  "agents.defaults.imageModel.primary",
  "agents.defaults.imageModel.fallbacks[]",
  "agents.list[].id",
  "agents.list[].model",
  "agents.list[].model.primary",
  "agents.list[].model.fallbacks[]",
] as const satisfies readonly WatchPattern[];

/** The models the audit looks at, in its order (security/audit-extra.js, collectModels); those from variables are left out. */
export const chosenModels = oncePerView((config): readonly ChosenModel[] => {
  const models: ChosenModel[] = [];
  const add = (
    lookup: Lookup,
    rest: Omit<ChosenModel, "lookup" | "id">,
  ): void => {
    if (lookup.state !== "set" || typeof lookup.value !== "string") return;
    const id = lookup.value.trim();
    if (id !== "") models.push({ lookup, id, ...rest });
  };
  const addChoice = (
    path: JSONPath,
    rest: Omit<ChosenModel, "lookup" | "id">,
  ): void => {
    add(config.at([...path, "primary"]), rest);
    for (const { lookup } of config.items([...path, "fallbacks"]))
      add(lookup, rest);
  };
  const shared = ["agents", "defaults"];
  addChoice([...shared, "model"], { forImages: false, agent: undefined });
  addChoice([...shared, "imageModel"], { forImages: true, agent: undefined });
  for (const { lookup } of config.items(["agents", "list"])) {
    const id = config.at([...lookup.path, "id"]);
    const agent =
      id.state === "set" && typeof id.value === "string" ? id.value : "";
    const path = [...lookup.path, "model"];
    const model = config.at(path);
    if (model.state === "group") addChoice(path, { forImages: false, agent });
    else add(model, { forImages: false, agent });
  }
  return models;
});

export const runModelPatterns = [
  "hooks.enabled",
  "hooks.gmail.model",
  "hooks.mappings[].model",
  "agents.defaults.subagents.model",
  "agents.defaults.subagents.model.primary",
  "agents.defaults.subagents.model.fallbacks[]",
  "agents.list[].subagents.model",
  "agents.list[].subagents.model.primary",
  "agents.list[].subagents.model.fallbacks[]",
] as const satisfies readonly WatchPattern[];

/** The models that read mails, webhooks, and what agents send others to find; those from variables are left out. */
export const runModels = oncePerView((config): readonly RunModel[] => {
  const written: Lookup[] = [];
  const enabled = config.at("hooks.enabled");
  if (enabled.state === "set" && enabled.value === true) {
    written.push(config.at("hooks.gmail.model"));
    for (const { lookup } of config.items(["hooks", "mappings"]))
      written.push(config.at([...lookup.path, "model"]));
  }
  const agents = config.items(["agents", "list"]);
  for (const owner of [
    ["agents", "defaults"],
    ...agents.map(({ lookup }) => lookup.path),
  ]) {
    const path = [...owner, "subagents", "model"];
    const model = config.at(path);
    if (model.state !== "group") written.push(model);
    else {
      written.push(config.at([...path, "primary"]));
      for (const { lookup } of config.items([...path, "fallbacks"]))
        written.push(lookup);
    }
  }
  return written.flatMap((lookup) => {
    if (lookup.state !== "set" || typeof lookup.value !== "string") return [];
    const id = lookup.value.trim();
    return id === "" ? [] : [{ lookup, id }];
  });
});
