import type { JSONPath } from "../json5/nodes.ts";
import { channelShapes, configShape, type ShapeCursor } from "./shape.ts";

/** A setting as the documentation names it, and what its value may look like. */
export interface SettingPlace {
  /** Dotted keys, `*` any key, `[]` any index; empty at the root. */
  readonly pattern: string;
  readonly wanted: ShapeCursor;
}

/**
 * A place with the ways on from it. Each step is looked for once: settings are few, while names that people choose all lead
 * to the same place.
 */
class PlaceNode implements SettingPlace {
  readonly pattern: string;
  readonly wanted: ShapeCursor;
  readonly #named = new Map<string, readonly PlaceNode[]>();
  #any: readonly PlaceNode[] | undefined;
  #items: readonly PlaceNode[] | undefined;

  constructor(pattern: string, wanted: ShapeCursor) {
    this.pattern = pattern;
    this.wanted = wanted;
  }

  /** The places below: several where a union knows several ways. */
  below(key: string | number): readonly PlaceNode[] {
    if (typeof key === "number") return (this.#items ??= this.#itemPlaces());
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    if (!this.wanted.branches.some((branch) => branch.knows(key)))
      return (this.#any ??= this.#placesOf(key));
    const places = this.#placesOf(key);
    this.#named.set(key, places);
    return places;
  }

  #itemPlaces(): readonly PlaceNode[] {
    return this.wanted.branches.flatMap((branch) =>
      branch.allows("array")
        ? [new PlaceNode(`${this.pattern}[]`, branch.items)]
        : [],
    );
  }

  #placesOf(key: string): readonly PlaceNode[] {
    return this.wanted.branches.flatMap((branch) => {
      const next = branch.keyed(key);
      if (next === undefined) return [];
      const step = branch.knows(key) ? key : "*";
      const pattern = this.pattern === "" ? step : `${this.pattern}.${step}`;
      return [new PlaceNode(pattern, next)];
    });
  }
}

let root: PlaceNode | undefined;
let ofPlugins: ReadonlyMap<string, PlaceNode> | undefined;

/** The channels that only a plugin knows: the program does not check their keys. */
const pluginChannel = (id: string | number): PlaceNode | undefined =>
  (ofPlugins ??= new Map(
    [...channelShapes()].map(([name, shape]) => [
      name,
      new PlaceNode(`channels.${name}`, shape),
    ]),
  )).get(String(id));

/** Follows a path through the shape, and on into the channels of plugins. */
export function placeAt(path: JSONPath): SettingPlace | undefined {
  let places: readonly PlaceNode[] = [
    (root ??= new PlaceNode("", configShape())),
  ];
  for (const [index, key] of path.entries()) {
    const plugin =
      index === 1 && path[0] === "channels" ? pluginChannel(key) : undefined;
    if (plugin !== undefined) places = [plugin];
    else if (places.length === 1) places = places[0]?.below(key) ?? [];
    else places = places.flatMap((place) => place.below(key));
    if (places.length === 0) return undefined;
  }
  return places[0];
}
