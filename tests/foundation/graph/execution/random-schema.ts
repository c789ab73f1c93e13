import {
  buildSchema,
  GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
} from "graphql";
import { seeded } from "../../../random.ts";

const sdl = `
  scalar Moment
  enum Colour { RED GREEN }
  input Filter { word: String = "x", colours: [Colour!] = [RED], deep: Filter, at: Moment }
  interface Named { name(filter: Filter, colours: [Colour!] = [GREEN], at: Moment): String!  other: Named }
  type Person implements Named {
    name(filter: Filter, colours: [Colour!] = [GREEN], at: Moment): String!
    other: Named
    must: Int!
    may(filter: Filter): Int
    friend: Person
    friends: [Person!]!
    all: [Named]
    colour: Colour!
    when: Moment
  }
  type Place implements Named {
    name(filter: Filter, colours: [Colour!] = [GREEN], at: Moment): String!
    other: Named!
    matrix: [[Int!]]!
    owner: Person!
    either: Either
    eithers: [Either!]
  }
  union Either = Person | Place
  type Query { person(id: Int! = 1): Person  must: Person!  place: Place  named: [Named]  eithers: [Either!]!  count: Int! }
`;

interface Odds {
  /** How often a value is only promised. */
  promised: number;
  /** How often it cannot be given, or is null. */
  missing: number;
}

const delay = async (ticks: number) => {
  for (let i = 0; i < ticks; i++) await undefined;
};

/** A schema whose every value is drawn from the seed and its place in the answer: the same, promised or not. */
export function randomSchema(seed: number, { promised, missing }: Odds): GraphQLSchema {
  const schema = buildSchema(sdl);
  const colour = schema.getType("Colour") as GraphQLEnumType;
  Object.assign(colour, new GraphQLEnumType({ ...colour.toConfig(), values: { RED: { value: 1 }, GREEN: { value: { shade: 2 } } } }));
  const [red, green] = colour.getValues().map(({ value }) => value);
  const moment = schema.getType("Moment") as GraphQLScalarType;
  moment.serialize = (value) => (value as Date).toISOString();
  moment.parseValue = (value) => new Date(String(value));
  moment.parseLiteral = (node) => new Date((node as { value: string }).value);

  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (value as { kind: string }).kind;
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    if (type.name === "Person") type.isTypeOf = (value) => (value as { kind: string }).kind !== "Stranger";
    // These are properties of their objects, one of them a method.
    for (const field of Object.values(type.getFields()))
      if (!["must", "may", "when"].includes(field.name) || type.name === "Query")
        field.resolve = (_, args, context, info) => {
          if (info.fieldNodes.length === 0 || context !== "context") throw new Error("not what GraphQL tells");
          return drawn(field.type, placeOf(info), JSON.stringify(args));
        };
  }
  return schema;

  function drawn(type: GraphQLOutputType, place: string, args: string): unknown {
    const random = seeded([...`${seed}${place}`].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7));
    const isPromised = random.chance(promised);
    const later = <Value>(value: Value) => (isPromised ? delay(random.integer(0, 4)).then(() => value) : value);
    if (!random.chance(missing)) return later(value(random, type, place, args));
    const error = new Error(`${place} is missing`);
    switch (random.integer(0, 2)) {
      case 0:
        return later(random.among([null, undefined]));
      case 1:
        return later(error);
      default:
        if (isPromised) return delay(random.integer(0, 4)).then(() => Promise.reject(error));
        throw error;
    }
  }

  function value(random: ReturnType<typeof seeded>, type: GraphQLOutputType, place: string, args: string): unknown {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      if (random.chance(missing / 3)) return 7;
      const items = Array.from({ length: random.integer(0, 3) }, (_, index) => drawnItem(bare.ofType, `${place}.${index}`, args));
      return random.chance(0.3) ? { [Symbol.iterator]: () => items[Symbol.iterator]() } : items;
    }
    if (isEnumType(bare)) return random.chance(1 - missing / 3) ? random.among([red, green]) : "BLUE";
    if (String(bare) === "Int") return random.chance(1 - missing / 3) ? random.integer(0, 9) : "seven";
    if (String(bare) === "String") return args;
    const kind = isAbstractType(bare)
      ? random.chance(1 - missing / 3)
        ? random.among(["Person", "Place"])
        : random.among(["Query", undefined])
      : bare.name;
    const must = random.chance(1 - missing / 3) ? 1 : random.among([null, "seven"]);
    const when = random.chance(1 - missing / 3) ? new Date(0) : random.among([null, 3]);
    return { kind: random.chance(1 - missing / 3) ? kind : "Stranger", must, when, may: (given: unknown) => JSON.stringify(given).length };
  }

  /** What is thrown for an item would be thrown for its list. */
  function drawnItem(type: GraphQLOutputType, place: string, args: string): unknown {
    try {
      return drawn(type, place, args);
    } catch (error) {
      return error;
    }
  }
}

function placeOf({ path, parentType }: GraphQLResolveInfo): string {
  let place = `${parentType.name}`;
  for (let each: typeof path | undefined = path; each; each = each.prev) place += `/${each.typename ?? ""}.${each.key}`;
  return place;
}
