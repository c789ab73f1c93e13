import { Partner } from "../partner.ts";

interface Transmitter {
  /** As the sources of its numbers name it. */
  publisher: string;
  /** Codes that the hub counts itself: nobody transmits them. */
  derived: readonly string[];
}

/** What each partner transmits to the register, by file or by mutation. */
export const transmitters: Record<Partner, Transmitter> = {
  [Partner.CAF]: { publisher: "Cnaf", derived: [] },
  [Partner.PMI]: { publisher: "Conseil départemental (PMI)", derived: ["T7", "T8"] },
  [Partner.MSA]: { publisher: "MSA", derived: [] },
  [Partner.FRANCE_TRAVAIL]: { publisher: "France Travail", derived: ["F03", "F03-difficult-share"] },
  [Partner.CDSF]: { publisher: "Secrétariat du CDSF", derived: [] },
};
