import { type GraphQLFieldResolver, GraphQLError, getNullableType, isCompositeType, getNamedType, isListType } from "graphql";
import { forbidden } from "../../../../foundation/errors.ts";
import { faults, type Row, rowOf } from "./rows.ts";

/** The hub's refusal, said by a subgraph; any other error is none of the table of codes. */
const refusal = () => new GraphQLError("Réservé", { extensions: { ...forbidden("emails", ["52"]).extensions, secret: "s3cret" } });

function read(value: unknown): unknown {
  if (value === faults.refused) throw refusal();
  if (value === faults.broken) throw new Error("broken on purpose at /srv/app.js:12");
  return value ?? null;
}

const found = (...ids: unknown[]) => ids.map((id) => rowOf(id));
const books = (filter: { kinds?: string[] | null; minPages?: number | null } | null | undefined) => (row: Row | null) =>
  (!filter?.kinds || filter.kinds.includes((row!.kind ?? "PAPER") as string)) && !((row!.pages as number) < (filter?.minPages ?? 0));

const inLanguage: Resolve = ({ name }, { lang }) => (typeof lang === "string" ? `${name} in ${lang}` : read(name));
type Resolve = (row: Row, args: Record<string, any>) => unknown;

/** The fields that are not simply read off their row. */
const computed: Record<string, Resolve> = {
  "Query.products": (_, { first, filter }) =>
    found("b1", "f1", "b2", "f2", "b3", "b4")
      .slice(0, first ?? 4)
      .filter(books(filter)),
  "Query.product": (_, { id }) => (/^[bf]/.test(id) ? rowOf(id) : null),
  "Query.node": (_, { id }) => (/^[bf]/.test(id) ? rowOf(id) : null),
  "Query.user": (_, { id }) => (/^u[1-3]/.test(id) ? rowOf(id) : null),
  "Query.search": () => found("b1", "none", "u1", "f1", "u3", "b5"),
  "Query.maybe": () => found("b1", "none", "b4", "b2", "b5"),
  "Query.strict": () => found("b1", "none"),
  "Query.matrix": () => [found("b1", "none", "f1"), found("b2"), []],
  "Query.me": () => rowOf("u1"),
  "Query.book": () => rowOf("b4"),
  "Query.users": () => found("u1", "u2", "u3"),
  "Query.cheapest": () => rowOf("b4"),
  "Query.money": () => ({ amount: 5 }),
  "Query.topRated": (_, { first }) => found("b1", "f1", "none", "b4", "b2").slice(0, first ?? 5),
  "Query.latest": () => rowOf("v1"),
  "Mutation.rename": (_, { id, to }) => ({ ...rowOf(id), name: to }),
  "Mutation.restock": (_, { id }) => rowOf(id),
  "Book.name": inLanguage,
  "Film.name": inLanguage,
  "Book.price": ({ price }, { currency }) => (price === null ? null : (read(price) as number) * (currency === "USD" ? 2 : 1)),
  "Book.shipping": ({ weight }) => (typeof weight === "number" ? weight * 2 : null),
};

/** The data of the shop, whoever asks for them: a value, the rows that a field's ids name, or what is computed. @throws faults */
export const resolve: GraphQLFieldResolver<Row, unknown> = (row, args, _, { parentType, fieldName, returnType }) => {
  const compute = computed[`${parentType.name}.${fieldName}`];
  if (compute) return compute(row, args);
  const value = read(row[fieldName]);
  if (value === null || !isCompositeType(getNamedType(returnType))) return value;
  if (!isListType(getNullableType(returnType))) return typeof value === "string" ? rowOf(value) : value;
  const rows = (value as unknown[]).map((id) => (id === null ? null : rowOf(id)));
  return typeof args.first === "number" ? rows.slice(0, args.first) : rows;
};
