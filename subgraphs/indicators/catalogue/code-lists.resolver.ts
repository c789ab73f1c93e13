import { readFileSync } from "node:fs";
import { Kind, parse } from "graphql";
import { Directive, Field, ObjectType, Query, Resolver } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { projectFile } from "../../../foundation/project-file.ts";

@Open()
@ObjectType({ description: "Une valeur d'une énumération du graphe." })
export class Code {
  @Field(() => String, { description: "Valeur, telle que le graphe la donne." })
  code!: string;

  @Field(() => String, { description: "Ce qu'elle veut dire, en français." })
  label!: string;
}

@Open()
@ObjectType({ description: "Une énumération du graphe, avec ses libellés français." })
export class CodeList {
  @Field(() => String, { description: "Nom de l'énumération." })
  name!: string;

  @Field(() => String, { description: "Ce qu'elle distingue." })
  label!: string;

  @Field(() => [Code], { description: "Ses valeurs." })
  @Directive("@listSize(assumedSize: 8)")
  codes!: Code[];
}

@Resolver()
export class CodeListsResolver {
  @Query(() => [CodeList], {
    nullable: true,
    description: "Chaque énumération du graphe avec ses libellés, pour faire un tableau sans recopier la documentation.",
  })
  @Directive("@listSize(assumedSize: 40)")
  codeLists(): CodeList[] {
    known ??= readCodeLists();
    return known;
  }
}

let known: CodeList[] | undefined;

/** Out of the printed supergraph: one subgraph knows its own enumerations only. Those of the composition are nobody's. */
function readCodeLists(): CodeList[] {
  return parse(readFileSync(projectFile("schema/supergraph.graphql"), "utf8")).definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && !definition.name.value.includes("__")
      ? {
          name: definition.name.value,
          label: definition.description?.value ?? definition.name.value,
          codes: (definition.values ?? []).map(({ name, description }) => ({ code: name.value, label: description?.value ?? name.value })),
        }
      : [],
  );
}
