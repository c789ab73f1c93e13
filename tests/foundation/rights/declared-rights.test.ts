import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { expect, test } from "vitest";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Part } from "../../../foundation/graph/part.ts";
import { defineSubgraph } from "../../../foundation/graph/subgraph.ts";
import { prepareReadings } from "../../../foundation/graph/readings/row-reader.ts";
import { type Audience, one } from "../../../foundation/graph/readings/reading.ts";
import { readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, PrimaryKey } from "../../../foundation/tables/columns.ts";

/** What comes later must say who may read it, or the hub does not start. */

@Open()
@ObjectType()
class Spoken {
  @Field(() => String)
  name!: string;
}

function subgraphOf(type: new () => object, tables: Part = {}) {
  @Resolver()
  class TheResolver {
    @Query(() => type, { nullable: true })
    thing(): object | null {
      return null;
    }
  }
  return () => defineSubgraph("later", { resolvers: [TheResolver] }, tables);
}

test("a type that says nothing of its readers is refused", () => {
  @ObjectType()
  class Silent {
    @Field(() => String)
    name!: string;
  }
  expect(subgraphOf(Silent)).toThrow("later: Silent must be @Open() or @Restricted(scope)");
  expect(subgraphOf(Spoken)).not.toThrow();
});

test("a table is open and has no policy, or is restricted and has one", () => {
  @Entity()
  class Bare {
    @PrimaryKey({ type: "text" })
    id!: string;
  }
  @Entity({ policies: [readableWhere("true")] })
  class Guarded {
    @PrimaryKey({ type: "text" })
    id!: string;
  }
  expect(subgraphOf(Spoken, { restricted: [Bare] })).toThrow("later: Bare is restricted and has no policy");
  expect(subgraphOf(Spoken, { open: [Guarded] })).toThrow("later: Guarded is open and has a policy");
});

test("a reading is restricted, or names no table with a policy", async () => {
  @Entity({ policies: [readableWhere("true")] })
  class Secret {
    @PrimaryKey({ type: "text" })
    id!: string;
  }
  const prepared = (audience?: Audience) => prepareReadings("later", { secrets: one(Secret, "id", audience && { audience }) as never });
  for (const audience of [undefined, "open", "anew"] as const)
    expect(() => prepared(audience)).toThrow("later.secrets reads Secret, which has a policy: declare it restricted");
  expect(prepared("restricted").size).toBe(1);
});
