/** An object of the shop: links are ids of others. */
export interface Row {
  __typename: string;
  id: string;
  /** Subgraphs that do not know it. */
  unknownTo?: string[];
  [field: string]: unknown;
}

/** In the place of a value: reading it fails, with an error of the table of codes or with another. */
export const faults = { refused: "!refused", broken: "!broken" };
const { refused, broken } = faults;

const book = (id: string, fields: object): Row => ({ __typename: "Book", id, ...fields });
const film = (id: string, fields: object): Row => ({ __typename: "Film", id, ...fields });
const user = (id: string, fields: object): Row => ({ __typename: "User", id, contact: { phone: "06" }, note: "n", ...fields });
const review = (id: string, fields: object): Row => ({ __typename: "Review", id, ...fields });

const all: Row[] = [
  book("b1", {
    ...{ name: 'One "quoted"\n', pages: 10, tags: ["x", "y"], kind: "PAPER", json: { a: [1, null, { b: "c" }] }, size: { w: 1, h: 2 } },
    ...{ author: "u1", related: ["b2", "f1"], seller: "u2", sameKind: ["b2", null, "b3"] },
    ...{ weight: 1.5, price: 9.5, inStock: true, rating: 4.5, reviews: ["v1"] },
  }),
  book("b2", {
    ...{ name: null, pages: 20, tags: [], kind: "EBOOK", json: 3, size: null },
    ...{ author: "u2", related: ["b1", "b1", "f2"], seller: null, sameKind: null },
    ...{ weight: null, price: 4, inStock: false, rating: null, reviews: ["v3", "v1"] },
  }),
  book("b3", {
    ...{ name: "Three é😀\u2028", pages: 30, tags: ["z"], kind: "PAPER", json: null, size: { w: null, h: 3 } },
    ...{ author: null, related: null, seller: "u9", sameKind: [] },
    ...{ weight: 3, price: null, inStock: broken, rating: 1, reviews: null },
  }),
  book("b4", {
    ...{ name: "Four", pages: null, tags: ["q"], kind: "PAPER", json: "s", size: { w: 5, h: 5 } },
    ...{ author: "u3", related: ["b3"], seller: "u1", sameKind: ["b4", "b5"] },
    ...{ weight: 2, price: 1, inStock: true, rating: 2.5, reviews: [] },
  }),
  book("b5", {
    ...{ name: broken, pages: 50, tags: ["t", null], kind: "EBOOK", json: {}, size: { w: 6, h: 6 } },
    ...{ author: "u1", related: ["f1", "b2"], seller: "u3", sameKind: ["b1"], unknownTo: ["reviews"] },
    ...{ weight: 7, price: refused, inStock: true, rating: null, reviews: null },
  }),
  film("f1", {
    name: "Film 1",
    minutes: 90,
    director: "u1",
    weight: 1,
    price: 12,
    inStock: true,
    related: ["b1"],
    rating: refused,
    reviews: ["v2", "v1"],
  }),
  film("f2", { name: "Film 2", minutes: null, director: "u2", weight: 2, related: [], unknownTo: ["stock", "reviews"] }),
  film("f3", {
    name: "Film 3",
    minutes: 100,
    director: "u3",
    weight: null,
    price: broken,
    inStock: refused,
    related: ["f1", "f2", "b4"],
    rating: 3,
    reviews: ["v3"],
  }),
  user("u1", {
    name: "Ann",
    email: "a@x",
    friends: ["u2", "u3"],
    favourite: "b1",
    orders: ["b1", null, "b3"],
    credit: 3,
    best: "u2",
    reviewed: ["v1"],
  }),
  user("u2", { name: null, email: "b@x", friends: [], favourite: "b3", orders: null, credit: 0, best: "r1", reviewed: ["v2"] }),
  user("u3", { name: "Cy", email: refused, friends: ["u1"], favourite: null, orders: [], credit: null, best: null, reviewed: [] }),
  user("u9", { orders: [], credit: 1, unknownTo: ["users", "reviews"] }),
  review("v1", { text: "good", stars: 5, product: "b1", author: "u1" }),
  review("v2", { text: null, stars: null, product: "f1", author: "u2" }),
  review("v3", { text: broken, stars: 2, product: "b2", author: null }),
  { __typename: "Robot", id: "r1", name: "Robo", note: "beep", serial: 7 },
];

const rows = new Map(all.map((row) => [row.id, row]));

/** @returns a copy: who answers a call may write into it. */
export const rowOf = (id: unknown): Row | null => {
  const row = rows.get(id as string);
  return row ? { ...row } : null;
};
