import { createHash } from "node:crypto";
import type { PartnerFile, PartnerLine } from "../../../foundation/imports/envelope/layout.ts";
import type { Rejection } from "../../../foundation/imports/dataset.ts";
import { anothers } from "../../../foundation/numbers/exchange/only-its-producer.ts";
import { populationOf } from "../../../foundation/numbers/secrecy/rules/populations.ts";
import { parseTerritoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import type { Indicator } from "../catalogue/indicator.entity.ts";
import { valueId } from "../values/value-id.ts";
import type { ValueInput } from "./record-values.input.ts";

/** A number as it was sent, its territory told apart. */
export interface SentValue extends Omit<ValueInput, "territory"> {
  level: TerritoryLevel;
  code: string;
  /** Of the value. */
  id: string;
}

export function sentValue({ territory, indicator, ...value }: ValueInput): SentValue {
  const { level, code } = parseTerritoryId(territory.trim());
  const key = { indicator: indicator.trim(), level, code: code.replace(/\s/g, ""), year: value.year };
  return { ...value, ...key, id: valueId({ ...key, pinned: null }) };
}

/** SHA-256 of all that a call says: what it is known by when it comes again. */
export function hashOf(values: readonly SentValue[]): string {
  const hash = createHash("sha256");
  for (const { id, value, numerator, denominator, status, printedVintage, notes, missingParts, computedBy, ...more } of values) {
    const { perimeter, establishments, largestShare } = more;
    const numbers = [value, numerator, denominator, missingParts, perimeter, establishments, largestShare];
    const said = [id, status, printedVintage, notes, computedBy, ...numbers];
    hash.update(`${JSON.stringify(said.map((each) => each ?? null))}\n`);
  }
  return hash.digest("hex");
}

/** What the hub knows of an indicator and of a territory that a call names. */
export interface Known {
  indicators: ReadonlyMap<string, Pick<Indicator, "unit" | "producer">>;
  /** By place. */
  departments: ReadonlyMap<string, readonly string[]>;
}

/** A territory, in the year of its number. */
export function placeOf({ level, code, year }: Pick<SentValue, "level" | "code" | "year">): string {
  return `${level} ${code} ${year}`;
}

/** Who writes. */
interface Who {
  /** Whose numbers his habilitation lets him write. */
  partner: string | null | undefined;
}

const noUnit = "le catalogue ne lui donne pas d'unité que le hub connaisse : il n'a pas de valeur propre";

/** Why a number is none that the exchange layout could hold; null: it is one. */
function misshapen(
  sent: SentValue,
  { indicators, departments, partner }: Known & Who,
  ids: ReadonlySet<string>,
): PartnerLine["misshapen"] | null {
  const { indicator, level, code, printedVintage, notes, computedBy, id } = sent;
  const unstorable = [indicator, code, level, printedVintage, notes, computedBy].some(
    (text) => text && (text.includes("\0") || !text.isWellFormed()),
  );
  if (unstorable) return { value: "", reason: "un texte contient un caractère nul, ou la moitié d'un caractère" };
  const territory = `${level}:${code}`;
  if (!Object.hasOwn(TerritoryLevel, level) || code === "")
    return { value: territory, reason: "attendu : un échelon et un code, par exemple DEPARTMENT:52 ou COMMUNE:52121" };
  const known = indicators.get(indicator);
  if (!known) return { value: indicator, reason: "le catalogue du hub n'a pas cet indicateur" };
  if (known.producer !== partner) return { value: indicator, reason: anothers(known.producer) };
  if (populationOf(known.unit) === null) return { value: indicator, reason: noUnit };
  if (!departments.get(placeOf(sent))?.length)
    return { value: territory, reason: "le hub ne sait pas dans quels départements est ce territoire : nul n'est habilité à y écrire" };
  if (ids.has(id)) return { value: id, reason: "figure deux fois dans l'envoi" };
  return null;
}

/** The numbers of a call as lines of the exchange layout, numbered from 0: they are checked, converted and protected as those of a file. */
export function linesOf(values: readonly SentValue[], known: Known & Who): PartnerFile {
  const ids = new Set<string>();
  const lines = values.map((value, line): PartnerLine => {
    const wrong = misshapen(value, known, ids);
    ids.add(value.id);
    return wrong ? { line, cells: {}, misshapen: wrong } : { line, cells: cellsOf(value, known) };
  });
  return { columns: [], printed: {}, lines: () => lines };
}

function cellsOf(value: SentValue, { indicators }: Known): Record<string, string> {
  return {
    indicateur: value.indicator,
    niveau: value.level,
    territoire: value.code,
    annee: String(value.year),
    valeur: printed(value.value),
    unite: indicators.get(value.indicator)!.unit,
    statut: value.status,
    numerateur: printed(value.numerator),
    denominateur: printed(value.denominator),
    millesime: value.printedVintage ?? String(value.year),
    remarque: value.notes ?? "",
    etablissements: printed(value.establishments),
    part_principale: printed(value.largestShare),
    perimetre: printed(value.perimeter),
    parties_manquantes: printed(value.missingParts),
    calcule_par: value.computedBy ?? "",
  };
}

function printed(value: number | null | undefined): string {
  return value == null ? "" : String(value);
}

/** What a call calls the columns of the exchange layout. */
const fields: Record<string, keyof ValueInput> = {
  indicateur: "indicator",
  niveau: "territory",
  territoire: "territory",
  annee: "year",
  valeur: "value",
  unite: "indicator",
  statut: "status",
  numerateur: "numerator",
  denominateur: "denominator",
  millesime: "printedVintage",
  remarque: "notes",
  etablissements: "establishments",
  part_principale: "largestShare",
  perimetre: "perimeter",
  parties_manquantes: "missingParts",
  calcule_par: "computedBy",
};

/** French: why a number is refused, after its place in the call and its identifier. */
export function sentenceOf({ line, column, value, reason }: Rejection, values: readonly SentValue[]): string {
  const what = [fields[column], value && `« ${value.slice(0, 60)} »`].filter(Boolean).join(" ");
  return `values[${line}] ${values[line]!.id.slice(0, 80)}${what && ` : ${what}`} : ${reason}`.replace(/\p{Cc}|\p{Cs}/gu, "\uFFFD");
}
