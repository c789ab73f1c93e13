/** The files of the catalogue of indicators, from the project's root: one line an indicator. */
export const catalogueFiles = ["data/national/catalogue_indicateurs_reconstruit.csv", "data/national/series_locales.csv"];
