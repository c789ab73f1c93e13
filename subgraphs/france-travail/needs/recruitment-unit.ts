export const recruitmentUnit = "projets de recrutement";
