/** One answer key of an operation, whatever fragments ask for it. */
export interface PricedField {
  /** Of the field itself. */
  weight: number;
  /** Of the items of its arguments, beyond the first of each list: each is work, whatever is answered. */
  repeated: number;
  /** Of each object or value that it answers. */
  itemWeight: number;
  /** How many of them are expected. */
  size: number;
  isObject: boolean;
  fields: Map<string, PricedField>;
}

/** What an operation is expected to cost, by the IBM cost specification. */
export interface Price {
  requested: number;
  /** What of it is work for the items of arguments, whatever is answered. */
  repeated: number;
  /** Objects expected in the answer. */
  rows: number;
  /** Objects expected at the end of the path where lists multiply most. */
  widest: number;
  /** How many objects are expected at a path of answer keys. */
  rowsAt: (path: readonly string[]) => number;
}

export function priceOf(root: PricedField): Price {
  return {
    requested: costOf(root),
    repeated: repeatedOf(root),
    rows: sum(innerFields(root), rowsOf),
    widest: widestOf(root),
    rowsAt: (path) => rowsAt(root, path),
  };
}

const innerFields = ({ fields }: PricedField) => [...fields.values()];
const sum = (fields: PricedField[], amountOf: (field: PricedField) => number) =>
  fields.reduce((total, field) => total + amountOf(field), 0);

function costOf(field: PricedField): number {
  return field.weight + field.repeated + field.size * (field.itemWeight + sum(innerFields(field), costOf));
}

function repeatedOf(field: PricedField): number {
  return field.repeated + field.size * sum(innerFields(field), repeatedOf);
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
