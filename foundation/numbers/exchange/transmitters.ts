import { Partner } from "../partner.ts";

interface Transmitter {
  /** As the sources of its numbers name it. */
  publisher: string;
  /** Codes that the hub counts itself: nobody transmits them. */
  derived: readonly string[];
  /** Codes that the hub counts where the département keeps a register in it, and that are transmitted elsewhere. */
  counted: readonly string[];
}

/** What each partner transmits to the register, by file or by mutation. */
export const transmitters: Record<Partner, Transmitter> = {
  [Partner.CAF]: { publisher: "Cnaf", derived: [], counted: [] },
  [Partner.PMI]: { publisher: "Conseil départemental (PMI)", derived: ["T7", "T8"], counted: ["T7", "T8", "G01", "G03", "G04"] },
  [Partner.MSA]: { publisher: "MSA", derived: [], counted: [] },
  [Partner.FRANCE_TRAVAIL]: { publisher: "France Travail", derived: ["F03", "F03-difficult-share"], counted: [] },
  [Partner.CDSF]: { publisher: "Secrétariat du CDSF", derived: [], counted: [] },
};
