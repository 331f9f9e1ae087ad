import { blocks } from "../../dialects/clawdbot/blocks.ts";
import { secureBaseline } from "../../dialects/clawdbot/secure-baseline.ts";
import { isSecretAt } from "../../config/secret-values.ts";
import type { Scalar } from "../../json5/nodes.ts";
import { describeSetting } from "../../schema/describe-path.ts";
import { placeAt } from "../../schema/setting-place.ts";
import { aboutName } from "./about-name.ts";
import { knownValues, variablesFor } from "./known-values.ts";
import type { Asked, Offer } from "./offer.ts";
import { isRefusedHere } from "./refusals.ts";
import { sampleOf } from "./sample-value.ts";
import { fixedText, scalarText, writeValue } from "./write-insertion.ts";

/** Values for the place at the cursor, best first. */
export function valueOffers(asked: Asked): readonly Offer[] {
  const { analysis, place, token, quote, layout } = asked;
  const { path } = place;
  if (path.length === 0) return wholeConfig(asked);
  const at = placeAt(path);
  if (at === undefined) return [];
  const description = describeSetting(path);
  const safe = description?.safe ?? description?.default;
  const meanings = new Map(description?.values);
  const taken = itemsBeside(asked);
  const offers: Offer[] = [...scalarsAt(asked)]
    .filter((value) => !taken.has(value))
    .filter((value) => quote === undefined || typeof value === "string")
    .filter((value) => !isRefusedHere(analysis, path, value))
    .map((value, rank) => ({
      label: String(value),
      kind: "value",
      rank: value === safe ? -1 : rank,
      preselect: value === safe,
      insertion: fixedText(scalarText(value, layout.style, quote)),
      setting: path,
      about: shownBeside(meanings.get(value)) ?? aboutName(value),
    }));
  offers.push(...secretOffers(asked));
  if (token !== "") return offers.sort((a, b) => a.rank - b.rank);
  const list = [...path.slice(0, -1), "[]"].join("\0");
  for (const { label, value, about, key, within } of blocks)
    if (
      typeof path.at(-1) === "number" &&
      key === undefined &&
      within.join("\0") === list
    )
      offers.push({
        label,
        kind: "block",
        rank: 500,
        insertion: writeValue(value, layout),
        about,
        isExample: true,
      });
  const container = sampleOf(at.wanted, path);
  if (typeof container?.value === "object" && container.value !== null)
    offers.push({
      label: Array.isArray(container.value) ? "[]" : "{}",
      kind: "value",
      rank: 600,
      insertion: writeValue(container.value, layout),
      isExample: container.isExample,
    });
  return offers.sort((a, b) => a.rank - b.rank);
}

/** An editor shows this as it is, without markup. */
const shownBeside = (meaning: string | undefined): string | undefined =>
  meaning?.replaceAll("`", "");

/** For a secret the variables that the program or the config has for it: it need not stand in the file at all. */
function secretOffers({
  analysis,
  place: { path },
  token,
  quote,
  layout,
}: Asked): readonly Offer[] {
  const isEmpty = token.replaceAll(/["']/g, "") === "";
  if (!isEmpty || !isSecretAt(path, "")) return [];
  return variablesFor(analysis, path).map((name, rank) => ({
    label: `\${${name}}`,
    kind: "variable",
    rank,
    preselect: rank === 0,
    insertion: fixedText(scalarText(`\${${name}}`, layout.style, quote)),
    setting: path,
    about: "Read from the environment, so that no secret stands in the file.",
  }));
}

/** A first config, where there is nothing yet. */
function wholeConfig({ place, token, layout }: Asked): readonly Offer[] {
  if (place.container !== undefined || token !== "") return [];
  return [
    {
      label: "secure baseline",
      kind: "block",
      rank: 0,
      preselect: true,
      insertion: writeValue(
        secureBaseline("${CLAWDBOT_GATEWAY_TOKEN}"),
        layout,
      ),
      about: "A first config that Clawdbot accepts and that opens nothing.",
    },
  ];
}

/** The values that stand in the same list already. */
function itemsBeside({ place }: Asked): ReadonlySet<unknown> {
  const items =
    place.container?.type === "array" ? place.container.children : [];
  return new Set<unknown>(
    items?.map(({ offset, value }) =>
      offset === place.span.offset ? undefined : (value as unknown),
    ),
  );
}

/** What a value may be: the recommended one, the words of the schema, and names that the config or the release knows. */
function scalarsAt({ analysis, place, quote }: Asked): ReadonlySet<Scalar> {
  const { path } = place;
  const at = placeAt(path);
  const scalars = new Set<Scalar>();
  if (at === undefined) return scalars;
  const description = describeSetting(path);
  const safe = description?.safe ?? description?.default;
  if (safe !== undefined && typeof safe !== "object") {
    const isTaken =
      (quote === undefined || typeof safe === "string") &&
      at.wanted.branches.some(
        (branch) => sampleOf(branch, path, description)?.value === safe,
      );
    if (isTaken) scalars.add(safe);
  }
  for (const { shape } of at.wanted.branches) {
    for (const value of shape.enum ?? []) scalars.add(value);
    if (shape.type === "boolean") scalars.add(true).add(false);
  }
  for (const value of knownValues(analysis, at.pattern, path))
    scalars.add(value);
  return scalars;
}
