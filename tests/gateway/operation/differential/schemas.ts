import { Kind, parse } from "graphql";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable", "@interfaceObject", "@provides", "@requiresScopes", "@cost"])`;

/** A shop whose data four subgraphs share: interfaces, a union, lists of lists, an interface object, required and guarded fields, weights. */
export const subgraphSdl: Record<string, string> = {
  catalog: `${link}
  type Query { products(first: Int = 4, filter: Filter): [Product!]! product(id: ID!): Product search(text: String @cost(weight: 3)): [Hit] node(id: ID!): Node maybe: [Book] strict: [Book!] matrix: [[Product]!] me: User book: Book! money: Money @shareable }
  type Mutation { rename(id: ID!, to: String!): Book }
  input Filter { kinds: [Kind!] = [PAPER, EBOOK] minPages: Int }
  enum Kind { PAPER EBOOK }
  scalar JSON
  union Hit = Book | Film | User
  interface Node { id: ID! }
  interface Product implements Node @key(fields: "id") { id: ID! name(lang: String): String related(first: Int): [Product!] margin: Float }
  type Book implements Product & Node @key(fields: "id") { id: ID! name(lang: String): String related(first: Int): [Product!] margin: Float @requiresScopes(scopes: [["margins"]]) pages: Int! author: User tags: [String!]! kind: Kind! weight: Float size: Size @shareable json: JSON }
  type Film implements Product & Node @key(fields: "id") { id: ID! name(lang: String): String related(first: Int): [Product!] margin: Float @requiresScopes(scopes: [["margins"]]) minutes: Int director: User weight: Float }
  type Size @shareable { w: Int h: Int }
  type Money @shareable { amount: Int }
  type User @key(fields: "id") { id: ID! }`,
  users: `${link}
  type Query { users: [User!]! user(id: ID!): User }
  interface Named { name: String note: String }
  type User implements Named @key(fields: "id") { id: ID! name: String note: String @requiresScopes(scopes: [["notes"]]) email: String! friends(first: Int): [User!]! favourite: Book best: Named contact: Contact }
  type Contact @requiresScopes(scopes: [["contacts"]]) { phone: String }
  type Robot implements Named @cost(weight: 4) { name: String note: String serial: Int! }
  type Book @key(fields: "id", resolvable: false) { id: ID! }`,
  stock: `${link}
  type Query { cheapest: Book money: Money @shareable }
  type Mutation { restock(id: ID!): Book }
  type Book @key(fields: "id") { id: ID! weight: Float @external price(currency: String = "EUR"): Float @cost(weight: 5) inStock: Boolean! shipping: Float @requires(fields: "weight") size: Size @shareable sameKind: [Book] seller: User }
  type Film @key(fields: "id") { id: ID! price: Float inStock: Boolean! }
  type Size @shareable { w: Int h: Int }
  type Money @shareable { amount: Int }
  type User @key(fields: "id") { id: ID! orders: [Book] credit: Int! }`,
  reviews: `${link}
  type Query { topRated(first: Int): [Product] latest: Review }
  type Product @interfaceObject @key(fields: "id") { id: ID! rating: Float reviews(first: Int): [Review!] }
  type Review @key(fields: "id") @cost(weight: 2) { id: ID! text: String stars: Int! product: Product! author: User @provides(fields: "name") }
  type User @key(fields: "id") { id: ID! name: String @external reviewed: [Review!] }`,
};

/** The same as one schema: what clients see, written by hand. */
export const mergedSdl = `
  type Query { products(first: Int = 4, filter: Filter): [Product!]! product(id: ID!): Product search(text: String): [Hit] node(id: ID!): Node maybe: [Book] strict: [Book!] matrix: [[Product]!] me: User book: Book! users: [User!]! user(id: ID!): User cheapest: Book money: Money topRated(first: Int): [Product] latest: Review }
  type Mutation { rename(id: ID!, to: String!): Book restock(id: ID!): Book }
  input Filter { kinds: [Kind!] = [PAPER, EBOOK] minPages: Int }
  enum Kind { PAPER EBOOK }
  scalar JSON
  union Hit = Book | Film | User
  interface Node { id: ID! }
  interface Named { name: String note: String }
  interface Product implements Node { id: ID! name(lang: String): String related(first: Int): [Product!] margin: Float rating: Float reviews(first: Int): [Review!] }
  type Book implements Product & Node { id: ID! name(lang: String): String related(first: Int): [Product!] margin: Float rating: Float reviews(first: Int): [Review!] pages: Int! author: User tags: [String!]! kind: Kind! weight: Float size: Size json: JSON price(currency: String = "EUR"): Float inStock: Boolean! shipping: Float sameKind: [Book] seller: User }
  type Film implements Product & Node { id: ID! name(lang: String): String related(first: Int): [Product!] margin: Float rating: Float reviews(first: Int): [Review!] minutes: Int director: User weight: Float price: Float inStock: Boolean! }
  type Size { w: Int h: Int }
  type Money { amount: Int }
  type Review { id: ID! text: String stars: Int! product: Product! author: User }
  type User implements Named { id: ID! name: String note: String email: String! friends(first: Int): [User!]! favourite: Book best: Named contact: Contact orders: [Book] credit: Int! reviewed: [Review!] }
  type Contact { phone: String }
  type Robot implements Named { name: String note: String serial: Int! }`;

/** What is not as usual, in units of cost: an object 1, a value under an alias 1, anything else nothing. */
export const weights = {
  types: { Review: 2, Robot: 4 } as Record<string, number>,
  fields: { "Book.price": 5 } as Record<string, number>,
  arguments: { "Query.search(text)": 3 } as Record<string, number>,
};

/** Fields that a caller without a token may not have, with the scope that they want; asked of `Named`, a note is refused whoever has it. */
export const guarded: Record<string, string> = {
  "Product.margin": "margins",
  "Book.margin": "margins",
  "Film.margin": "margins",
  "User.note": "notes",
  "Named.note": "notes",
  "User.contact": "contacts",
};

/** The subgraphs that answer each field, by `Type.field`. */
export const owners = new Map<string, string[]>();
for (const [subgraph, sdl] of Object.entries(subgraphSdl))
  for (const node of parse(sdl).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const types = node.directives?.some(({ name }) => name.value === "interfaceObject") ? ["Book", "Film"] : [node.name.value];
    for (const { name, directives } of node.fields ?? []) {
      if (directives?.some((directive) => directive.name.value === "external")) continue;
      for (const type of types) owners.set(`${type}.${name.value}`, [...(owners.get(`${type}.${name.value}`) ?? []), subgraph]);
    }
  }
