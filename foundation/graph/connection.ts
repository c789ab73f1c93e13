import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from "type-graphql";
import { hubError, limitError } from "../errors.ts";
import { maxRows } from "../limits.ts";
import { Open } from "./audience.ts";

@Open()
@ObjectType({ description: "Où l'on en est dans une liste paginée (Relay)." })
@Directive("@shareable")
class PageInfo {
  @Field(() => Boolean, { description: "Vrai s'il reste des éléments après cette page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Vrai si des éléments précèdent cette page : elle a été demandée avec « after ». Une liste ne se lit que vers l'avant.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Curseur du premier élément de cette page ; null si elle est vide." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Curseur du dernier élément : à passer dans « after » pour la suite." })
  endCursor!: string | null;
}

/** `first` and `after` of every list that can grow. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: `Nombre d'éléments voulus, de 1 à ${maxRows}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: "Curseur « endCursor » de la page précédente." })
  after?: string | null;

  /** @throws TOO_MANY_ROWS, BAD_CURSOR. @returns the page size, and the key after which it begins. */
  static check({ first, after }: PageArgs): Slice {
    if (first < 1 || first > maxRows) throw limitError("TOO_MANY_ROWS", maxRows);
    const key = after == null ? null : Buffer.from(after, "base64url").toString();
    if (key !== null && (Buffer.from(key).toString("base64url") !== after || key.includes("\0"))) throw hubError("BAD_CURSOR");
    return { first, after: key };
  }
}

/** Stands where a list is declared: what it costs is what `first` asks for. */
export function Page(): MethodDecorator {
  return Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])') as MethodDecorator;
}

interface Edge<T> {
  node: T;
  cursor: string;
}

export interface Connection<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number;
}

/**
 * The connection class of a type, to be subclassed with `@ObjectType()`: `class FacilityConnection extends connectionOf(Facility, …)`.
 * @param decorators what the type of its edges is decorated with too: who may read it
 */
export function connectionOf<T extends object>(
  node: ClassType<T>,
  name: string,
  ...decorators: ClassDecorator[]
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: "Un élément de la liste et son curseur." })
  class NodeEdge {
    @Field(() => node, { description: "L'élément." })
    node!: T;

    @Field(() => String, { description: "Curseur de l'élément." })
    cursor!: string;
  }
  for (const decorate of decorators) decorate(NodeEdge);

  @ObjectType({ isAbstract: true } as never)
  abstract class NodeConnection {
    @Field(() => [NodeEdge], { description: "Les éléments de la page, avec leur curseur." })
    edges!: Edge<T>[];

    @Field(() => [node], { description: "Les éléments de la page, sans curseur." })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Où l'on en est dans la liste." })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "Nombre d'éléments de toute la liste." })
    @Directive("@cost(weight: 1)")
    totalCount!: number;
  }
  return NodeConnection as never;
}

interface Slice {
  first: number;
  after: string | null;
}

/**
 * A page out of `first + 1` rows in key order. `cursorOf` gives a row's key.
 * `hasPreviousPage` believes that a cursor came from a page: one that no page gave may stand before the first row.
 */
export function pageOf<T>(rows: T[], { first, after }: Slice, totalCount: number, cursorOf: (row: T) => string): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: Buffer.from(cursorOf(node)).toString("base64url") }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null && totalCount > rows.length,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
