import type { EntityClass } from "@mikro-orm/core";
import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import type { Context } from "../graph/context.ts";
import { queryOne } from "../graph/readings/query.ts";
import { DateScalar } from "../graph/scalars.ts";
import { Source } from "../graph/source.ts";
import { ObservationStatus } from "./observation.ts";

@Open()
@ObjectType({ description: "Ce que le hub a reçu d'une liste : une liste vide que personne n'a transmise ne veut pas dire « aucun »." })
@Directive("@shareable")
export class Known {
  @Field(() => ObservationStatus, { description: "PUBLISHED si quelqu'un l'a transmise, NOT_TRANSMITTED sinon." })
  status!: ObservationStatus;

  @Field(() => DateScalar, { nullable: true, description: "Jour où le hub a reçu ce qu'il en a de plus récent." })
  on!: string | null;

  @Field(() => Source, { nullable: true, description: "Source de ce que le hub a reçu en dernier." })
  source!: Source | null;
}

interface ListKey {
  /** Null: of the list of all. */
  owner: string | null;
  /** Null: whatever its kind. */
  kind: string | null;
}

/**
 * Declares what is known of the lists of a thing.
 * @param of the property that says to whose list a row belongs; null: there is one list of all
 * @param kind the property by which a sender may tell a part of the list only
 * @param where SQL that every row of the list meets, on the alias `t`
 */
export function knownList<T extends object>(
  entity: EntityClass<T>,
  of: (keyof T & string) | null,
  kind?: keyof T & string,
  where: string | null = null,
) {
  return queryOne<ListKey, { source: Source | undefined }>({
    parameters: { owner: "text", kind: "text" },
    withSources: "q.n",
    text: (names, keys) => `select k.n, max(t.source_id) as "sourceId"
from ${keys} join ${names.table(entity)} t on ${
      [
        ...(of ? [`t.${names.column(entity, of)} = k.owner`] : []),
        ...(kind ? [`(k.kind is null or t.${names.column(entity, kind)} = k.kind)`] : []),
        ...(where ? [where] : []),
      ].join(" and ") || "true"
    }
group by k.n`,
  });
}

/** A list with what is known of it, which is read where it is asked for. */
export function withKnown<Page extends object>(
  page: Page,
  reading: ReturnType<typeof knownList>,
  context: Context,
  owner: string | null,
  kind: string | null = null,
): Page & { known: Known } {
  return Object.defineProperty(page, "known", {
    get: async (): Promise<Known> => {
      const source = (await reading(context, { owner, kind }))?.source ?? null;
      return {
        status: source ? ObservationStatus.PUBLISHED : ObservationStatus.NOT_TRANSMITTED,
        on: source?.receivedOn ?? null,
        source,
      };
    },
  }) as Page & { known: Known };
}

export const knownText = "Ce que le hub a reçu de cette liste : vide et NOT_TRANSMITTED, elle ne veut pas dire « aucun ».";
