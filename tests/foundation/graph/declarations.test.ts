import { parse, print } from "graphql";
import { Args, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { expect, test } from "vitest";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../../foundation/graph/connection.ts";
import { foreignType } from "../../../foundation/graph/stub.ts";
import { defineSubgraph } from "../../../foundation/graph/subgraph.ts";

/** What a subgraph publishes follows from what its classes declare. */

const Colour = enumeration("Colour", "Une couleur.", { RED: "Rouge.", DARK_BLUE: "Bleu foncé." });
type Colour = EnumValue<typeof Colour>;

@Open()
@ObjectType({ description: "Une chose. Ce texte nomme @external et : ThingConnection! sans les employer." })
class Thing {
  @Field(() => Colour, { description: "Couleur." })
  colour!: Colour;

  @Field(() => ID, { deprecationReason: "Utilisez « colour ».", description: "Ancien nom." })
  name!: string;
}

@Open()
@ObjectType({ description: "Une page de choses." })
class ThingConnection extends connectionOf(Thing, "Thing", Open()) {}

const sdlOf = (resolver: new () => object, ...types: object[]) =>
  defineSubgraph("later", { resolvers: [resolver], types: types as never }).sdl;

function published(list: () => unknown, ...decorators: MethodDecorator[]) {
  @Resolver()
  class Things {
    @Query(list as never, { description: "Les choses." })
    things(@Args(() => PageArgs) _page: PageArgs): ThingConnection {
      return { edges: [], nodes: [], totalCount: 0, pageInfo: {} as never };
    }
  }
  for (const decorate of decorators) decorate(Things.prototype, "things", {});
  return sdlOf(Things);
}

test("a field that answers a page, and does not say so, is refused", () => {
  const message = "later: Query.things answers a page: it must be a @Page()";
  expect(() => published(() => ThingConnection)).toThrow(message);
  expect(() => published(() => ThingConnection, Directive("@listSize(assumedSize: 2)") as MethodDecorator)).toThrow(message);
});

test("a page costs what its first argument asks for", () => {
  expect(published(() => ThingConnection, Page())).toContain(
    '): ThingConnection! @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])\n',
  );
});

test("the link names the federation directives that are used, not those that a description names", () => {
  const sdl = published(() => ThingConnection, Page());
  expect(sdl.split("\n")[0]).toBe(
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize", "@shareable", "@tag"])',
  );
  expect(sdl).toContain("nomme @external et : ThingConnection! sans les employer.");
  expect(sdl).toContain("@deprecated");
  expect(`${print(parse(sdl))}\n`).toBe(sdl);
});

test("an enumeration is its values, and its type has their meanings", () => {
  expect(Colour).toEqual({ RED: "RED", DARK_BLUE: "DARK_BLUE" });
  const colour: Colour = Colour.DARK_BLUE;
  expect(Object.values(Colour)).toContain(colour);
  expect(published(() => ThingConnection, Page())).toContain(
    '"""Une couleur."""\nenum Colour {\n  """Bleu foncé."""\n  DARK_BLUE\n  """Rouge."""\n  RED\n}',
  );
});

test("a foreign type is its key, each time a class of its own", async () => {
  const known = () =>
    foreignType({
      name: "Town",
      description: "Une ville.",
      key: { field: "number", description: "Numéro." },
      alias: { field: "code", description: "Code." },
      audience: Open(),
      resolvable: false,
    });
  const [Town, Other] = [known(), known()];
  expect(Town.of("12")).toEqual(Object.assign(new Town(), { number: "12", code: "12" }));
  expect(Town.reference({ number: "12", code: "" })).toEqual(Town.of("12"));
  expect(Town.of("12")).not.toBeInstanceOf(Other);

  @Resolver()
  class Towns {
    @Query(() => Town, { description: "Une ville." })
    town(@Ctx() _context: object): object {
      return Town.of("12");
    }
  }
  expect(sdlOf(Towns, Town)).toContain(
    '"""Une ville."""\ntype Town @tag(name: "open") @key(fields: "number", resolvable: false) {\n  """Code."""\n  code: ID! @shareable\n  """Numéro."""\n  number: ID!\n}',
  );
});
