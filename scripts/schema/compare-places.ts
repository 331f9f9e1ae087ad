import type { Fault } from "../../server/src/core/schema/interpret.ts";

/** Where faults are, as the release writes places: keys joined by dots. */
export const placesOfFaults = (faults: readonly Fault[]): readonly string[] =>
  faults.map((fault) => {
    const path =
      fault.kind === "missing-key"
        ? [...fault.node.path, fault.key]
        : fault.node.path;
    return path.join(".");
  });

const isAtOrBelow = (place: string, other: string): boolean =>
  place === other || other === "" || place.startsWith(`${other}.`);

/**
 * The places on which we and the release disagree. Ours may be nearer to the mistake than the release's, which names a
 * union as a whole, but each of theirs needs one of ours, and each of ours one of theirs.
 */
export function unmatchedPlaces(
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const missed = theirs.filter(
    (place) => !ours.some((own) => isAtOrBelow(own, place)),
  );
  const extra = ours.filter(
    (own) => !theirs.some((place) => isAtOrBelow(own, place)),
  );
  return [
    ...missed.map((place) => `missed: ${place}`),
    ...extra.map((place) => `only ours: ${place}`),
  ];
}
