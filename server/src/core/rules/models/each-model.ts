import type { RunModel } from "../../access/chosen-models.ts";

/** The audit gives one finding for all models, we one for each: the first stands for the audit's. */
export const asOneForAudit = (
  index: number,
): { readonly asUpstream?: false } =>
  index === 0 ? {} : { asUpstream: false };

/** A model's name as findings quote it. */
export const quoted = ({ id }: RunModel): string => JSON.stringify(id);
