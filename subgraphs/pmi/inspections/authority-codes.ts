import { z } from "zod";
import { InspectionAuthority } from "./inspection-terms.ts";

/** What files call the authorities that control, each by itself. */
export const singleAuthorities = {
  CD: InspectionAuthority.CD,
  ETAT: InspectionAuthority.STATE,
  CAF_MSA: InspectionAuthority.CAF_MSA,
} as const;

const authorities = { ...singleAuthorities, CD_CAF: InspectionAuthority.CD_CAF } as const;

/** A cell that names one of them, or two that control together. */
export const authority = z.enum(Object.keys(authorities) as (keyof typeof authorities)[]).transform((name) => authorities[name]);
