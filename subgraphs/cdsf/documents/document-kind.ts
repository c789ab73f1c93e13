import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const DocumentKind = enumeration("DocumentKind", "Nature d'un document du comité ou des siens.", {
  SYNTHESIS: "Synthèse annuelle des travaux du comité (D. 214-2-1 CASF).",
  DIAGNOSIS_INDICATORS: "Indicateurs de diagnostic (arrêté du 4 juillet 2024, annexe 1).",
  FOLLOW_UP_INDICATORS: "Indicateurs prévisionnels et de suivi (arrêté du 4 juillet 2024, annexe 2).",
  INDICATORS_RETURN: "Restitution nationale des indicateurs des deux annexes (arrêté du 4 juillet 2024, art. 4).",
  INSPECTION_PLAN: "Plan annuel d'inspection et de contrôle (D. 2324-51 CSP).",
  INSPECTION_REVIEW: "Bilan du plan d'inspection et de contrôle (D. 2324-52 CSP).",
  EVALUATION: "Rapport d'évaluation d'un schéma (D. 214-2-1 CASF).",
  ANNUAL_REPORT: "Bilan annuel.",
  INTERMEDIATE_REPORT: "Bilan intermédiaire.",
  FINAL_REPORT: "Bilan final.",
  MINUTES: "Compte rendu de réunion.",
  AGENDA: "Ordre du jour.",
  RULES: "Règlement intérieur.",
  ROADMAP: "Feuille de route.",
  NEWSLETTER: "Lettre d'information.",
  CALL_FOR_PROJECTS: "Appel à projets.",
  STUDY: "Étude.",
  SEMINAR: "Séminaire.",
  TOOL: "Outil.",
  MAP: "Carte.",
  CHARTER: "Charte.",
  OTHER: "Un autre document.",
});
export type DocumentKind = EnumValue<typeof DocumentKind>;
