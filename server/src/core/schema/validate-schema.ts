import type { ConfigNode } from "../config/config-node.ts";
import {
  outOfRange,
  wrongKeyName,
  wrongLength,
  wrongPattern,
} from "./explain/limits.ts";
import { missingKey } from "./explain/missing-key.ts";
import { unknownKey } from "./explain/unknown-key.ts";
import { wrongType } from "./explain/wrong-type.ts";
import { wrongValue } from "./explain/wrong-value.ts";
import { configGate } from "./generated/gates.js";
import { faultsIn, type Fault } from "./interpret.ts";
import { pluginConfigProblems } from "./plugin-config.ts";
import { sameVariableProblems } from "./same-variable.ts";
import type { SchemaProblem } from "./schema-problem.ts";
import { configShape } from "./shape.ts";
import { isToldAsLegacy } from "./told-as-legacy.ts";

export type { SchemaProblem, SchemaProblemCode } from "./schema-problem.ts";

/**
 * What the release's schema refuses in a config, one problem a fault.
 *
 * The compiled gate decides; only when it refuses do we look closer. References are text to it, so it also refuses
 * values that variables could make right, and the closer look, which knows what they can be, then finds nothing.
 */
export function validateSchema(root: ConfigNode): readonly SchemaProblem[] {
  // The schema leaves their settings open; the plugins' own schemas check them afterwards.
  const ofPlugins = pluginConfigProblems(root);
  if (configGate(root.toValue())) return ofPlugins;
  return faultsIn(configShape(), root)
    .filter((fault) => !isToldAsLegacy(fault))
    .map((fault) => explain(fault, root))
    .concat(sameVariableProblems(root), ofPlugins);
}

function explain(fault: Fault, root: ConfigNode): SchemaProblem {
  switch (fault.kind) {
    case "unknown-key":
      return unknownKey(fault, root);
    case "missing-key":
      return missingKey(fault, root);
    case "key-name":
      return wrongKeyName(fault);
    case "type":
      return wrongType(fault, root);
    case "enum":
      return wrongValue(fault);
    case "range":
      return outOfRange(fault);
    case "length":
      return wrongLength(fault);
    case "pattern":
      return wrongPattern(fault);
  }
}
