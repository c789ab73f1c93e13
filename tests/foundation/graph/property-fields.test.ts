import { Field, ObjectType, Query, Resolver, UseMiddleware } from "type-graphql";
import { expect, test } from "vitest";
import { Open } from "../../../foundation/graph/audience.ts";
import { defineSubgraph } from "../../../foundation/graph/subgraph.ts";

@Open()
@ObjectType("Sheet", { description: "Une fiche." })
class Sheet {
  @Field(() => String, { description: "Lue telle quelle." })
  plain = "plain";

  @Field(() => String, { name: "renamed", description: "Sous un autre nom." })
  inner = "inner";

  @Field(() => String, { description: "Gardée." })
  @UseMiddleware((_, next) => next().then((value) => `${value}, seen`))
  guarded = "guarded";

  @Field(() => String, { description: "Calculée." })
  get computed(): string {
    return `${this.plain}, computed`;
  }
}

@Resolver()
class SheetResolver {
  @Query(() => Sheet, { description: "La fiche." })
  sheet(): Sheet {
    return new Sheet();
  }
}

test("a property is read without a resolver; what stands before one is not passed by", async () => {
  const { schema, execute } = defineSubgraph("sheets", { resolvers: [SheetResolver], types: [Sheet] });
  const fields = (schema.getType("Sheet") as never as { getFields(): Record<string, { resolve?: unknown }> }).getFields();
  expect(Object.keys(fields).filter((name) => !fields[name]!.resolve)).toEqual(["plain"]);
  expect(await execute({ text: "{ sheet { plain renamed guarded computed } }" }, {})).toEqual({
    data: { sheet: { plain: "plain", renamed: "inner", guarded: "guarded, seen", computed: "plain, computed" } },
  });
});
