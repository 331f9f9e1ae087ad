import type { Place } from "../config/resolve-config.ts";
import { modelProviders } from "../dialects/clawdbot/models.ts";
import type { NameKind } from "../dialects/clawdbot/name-places.ts";
import type { Analysis } from "./analysis.ts";
import type { NameUse } from "./names/name-index.ts";

export type { NameKind, NameUse };

/** The name at an offset of a file, and every place where it is written; undefined where no name stands. */
export function usesAt(
  analysis: Analysis,
  file: string,
  offset: number,
): { readonly at: NameUse; readonly uses: readonly NameUse[] } | undefined {
  if (analysis.resolved.tooDeep) return undefined;
  const [at] = analysis.names.at(file, offset);
  return at && { at, uses: analysis.names.named(at.kind, at.name) };
}

const knownProviders = new Set(modelProviders.map(({ id }) => id));

/**
 * Whether a name can be given anew. What the program or a service knows by its name stays as it is: channels, plugins, groups,
 * models, and providers that the release has.
 */
export function isRenamable(
  { names }: Analysis,
  { kind, name }: NameUse,
): boolean {
  switch (kind) {
    case "agent":
    case "account":
    case "variable":
      return true;
    case "profile":
      return names.named(kind, name).some(({ isDefinition }) => isDefinition);
    case "provider":
      return (
        !knownProviders.has(name) &&
        names.named(kind, name).some(({ isDefinition }) => isDefinition)
      );
    case "model":
      // Short names are the person's own; a full one is the provider's.
      return (
        !name.includes("/") &&
        names.named(kind, name).some(({ isDefinition }) => isDefinition)
      );
    case "channel":
    case "place":
    case "plugin":
      return false;
  }
}

/** What a new name may look like, so that it means the same wherever it is written, and how to say so. */
interface NameForm {
  readonly allowed: RegExp;
  readonly words: string;
}

const idForm: NameForm = {
  allowed: /^[a-z0-9][a-z0-9_-]{0,63}$/,
  words:
    "A name has small letters, digits, - and _ only, at most 64, and begins with a letter or digit.",
};

const forms: Readonly<Partial<Record<NameKind, NameForm>>> = {
  variable: {
    allowed: /^[A-Z_][A-Z0-9_]*$/,
    words:
      "A variable's name has capital letters, digits and underscores only.",
  },
  model: {
    allowed: /^[A-Za-z0-9][\w.:-]{0,63}$/,
    words: "A short name has no slash and no blank in it.",
  },
  profile: {
    allowed: /^[A-Za-z0-9][\w.:@+-]{0,127}$/,
    words: "A login's name has no slash and no blank in it.",
  },
};

export type Renaming =
  { readonly places: readonly Place[] } | { readonly refused: string };

/** Every place to change for a new name, or why it cannot be. Undefined where no name stands that could be changed. */
export function renameAt(
  analysis: Analysis,
  file: string,
  offset: number,
  newName: string,
): Renaming | undefined {
  const found = usesAt(analysis, file, offset);
  if (found === undefined || !isRenamable(analysis, found.at)) return undefined;
  const { at, uses } = found;
  const form = forms[at.kind] ?? idForm;
  if (!form.allowed.test(newName)) return { refused: form.words };
  const within =
    at.kind === "account" ? at.name.slice(0, at.name.indexOf("/") + 1) : "";
  const taken = within + newName;
  const isTaken =
    taken !== at.name &&
    analysis.names
      .named(at.kind, taken)
      .some(({ isDefinition }) => isDefinition);
  if (isTaken) return { refused: `There is another ${at.kind} of that name.` };
  const places = uses.map(({ place }) => place);
  // A key without quotes cannot hold every name.
  const needsQuotes = !/^[a-zA-Z_]\w*$/.test(newName);
  const hasBare =
    at.kind !== "variable" &&
    places.some(({ file: of, offset: start }) => {
      const text = analysis.resolved.documentOf(of)?.text ?? "";
      return !/["']/.test(text.charAt(start - 1));
    });
  return needsQuotes && hasBare
    ? {
        refused:
          "The name stands without quotes somewhere; it cannot hold a dash or begin with a digit.",
      }
    : { places };
}
