import { registerEnumType } from "type-graphql";

/** A value of an enumeration: `type CareMode = EnumValue<typeof CareMode>`. */
export type EnumValue<Enumeration> = Enumeration[keyof Enumeration];

const meanings = new WeakMap<object, Record<string, string>>();

/** What a value of an enumeration means, in French, without its full stop. */
export function meaningOf<Value extends string>(values: { readonly [name in Value]: Value }, value: Value): string {
  return meanings.get(values)![value]!.replace(/\.$/, "");
}

/**
 * An enumeration of the graph, written once: `const CareMode = enumeration("CareMode", "Mode d'accueil contrôlé.", { EAJE: "…" })`.
 * @param values what each value means, in French, by its name
 * @returns its values by their names: `CareMode.EAJE`, `z.enum(CareMode)`, `@Field(() => CareMode)`
 */
export function enumeration<const Meanings extends Record<string, string>>(
  name: string,
  description: string,
  values: Meanings,
): { readonly [Value in keyof Meanings & string]: Value } {
  const names = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]));
  meanings.set(names, values);
  registerEnumType(names, { name, description, valuesConfig });
  return names as never;
}
