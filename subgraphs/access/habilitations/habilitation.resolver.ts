import { Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { Habilitation } from "./habilitation.entity.ts";
import { DescribedScope } from "./scope.ts";

@Resolver(() => Habilitation)
export class HabilitationResolver {
  @Directive("@listSize(assumedSize: 5)")
  @FieldResolver(() => [DescribedScope], { description: "Portées demandées par l'organisme." })
  askedScopes(@Root() { askedScopes }: Habilitation): DescribedScope[] {
    return askedScopes.map(DescribedScope.of);
  }

  @Directive("@listSize(assumedSize: 5)")
  @FieldResolver(() => [DescribedScope], { description: "Portées accordées : toutes celles qui étaient demandées, ou une partie." })
  scopes(@Root() { scopes }: Habilitation): DescribedScope[] {
    return scopes.map(DescribedScope.of);
  }

  @Directive("@listSize(assumedSize: 10)")
  @FieldResolver(() => [Territory], {
    nullable: "items",
    description: "Départements où les portées sont accordées ; l'habilitation n'ouvre rien ailleurs.",
  })
  departments(@Root() { departments }: Habilitation): Territory[] {
    return departments.map((code) => Territory.of(TerritoryLevel.DEPARTMENT, code));
  }
}
