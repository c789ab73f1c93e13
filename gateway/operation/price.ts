/** One answer key of an operation, whatever fragments ask for it. */
export interface PricedField {
  /** Of the field itself. */
  weight: number;
  /** Of each object or value that it answers. */
  itemWeight: number;
  /** How many of them are expected. */
  size: number;
  isObject: boolean;
  fields: Map<string, PricedField>;
}

/** What an operation is expected to cost, and what it did cost, by the IBM cost specification. */
export interface Price {
  requested: number;
  /** Objects expected in the answer. */
  rows: number;
  /** Objects expected at the end of the path where lists multiply most. */
  widest: number;
  /** How many objects are expected at a path of answer keys. */
  rowsAt: (path: readonly string[]) => number;
  /** The same weights on the lists of an answer. */
  actual: (data: unknown) => number;
}

export function priceOf(root: PricedField): Price {
  return {
    requested: costOf(root),
    rows: sum(innerFields(root), rowsOf),
    widest: widestOf(root),
    rowsAt: (path) => rowsAt(root, path),
    actual: (data) => actualOf(root, data),
  };
}

const innerFields = ({ fields }: PricedField) => [...fields.values()];
const sum = (fields: PricedField[], amountOf: (field: PricedField) => number) =>
  fields.reduce((total, field) => total + amountOf(field), 0);

function costOf(field: PricedField): number {
  return field.weight + field.size * (field.itemWeight + sum(innerFields(field), costOf));
}

function rowsOf(field: PricedField): number {
  return field.size * ((field.isObject ? 1 : 0) + sum(innerFields(field), rowsOf));
}

function widestOf(field: PricedField): number {
  return field.size * Math.max(1, ...innerFields(field).map(widestOf));
}

function rowsAt(field: PricedField, [key, ...rest]: readonly string[]): number {
  const inner = field.fields.get(key ?? "");
  return field.size * (inner ? rowsAt(inner, rest) : 1);
}

function actualOf(field: PricedField, value: unknown): number {
  return value === undefined || value === null ? 0 : field.weight + itemsOf(field, value);
}

function itemsOf(field: PricedField, value: unknown): number {
  if (value === null) return 0;
  let total = 0;
  if (Array.isArray(value)) {
    for (const item of value) total += itemsOf(field, item);
    return total;
  }
  for (const [key, inner] of field.fields) total += actualOf(inner, (value as Record<string, unknown>)[key]);
  return field.itemWeight + total;
}
