import { observationsDataset } from "../observations/observations.import.ts";
import { observationTables } from "../secrecy/observation-tables.ts";
import { territoryParents } from "../secrecy/territory-parents.import.ts";
import { defineSubgraph } from "../subgraph.ts";
import { bmo } from "./bmo.import.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { Department } from "./department.stub.ts";
import { DepartmentWorkforceResolver } from "./department-workforce.resolver.ts";
import { EmploymentBasin } from "./employment-basin.entity.ts";
import { EmploymentBasinResolver } from "./employment-basin.resolver.ts";
import { FranceTravailIndicator } from "./france-travail-indicator.ts";
import { employmentBasins, occupations } from "./loaders.ts";
import { Occupation } from "./occupation.entity.ts";
import { OccupationResolver } from "./occupation.resolver.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";
import { RecruitmentNeedResolver } from "./recruitment-need.resolver.ts";

export default defineSubgraph({
  name: "france-travail",
  entities: [Occupation, EmploymentBasin, RecruitmentNeed, ...observationTables.open],
  restricted: observationTables.restricted,
  resolvers: [DepartmentResolver, DepartmentWorkforceResolver, OccupationResolver, EmploymentBasinResolver, RecruitmentNeedResolver],
  types: [FranceTravailIndicator],
  references: {
    Department: ({ code }) => Object.assign(new Department(), { code }),
    Occupation: ({ fap }, context) => context.load(occupations, fap),
    EmploymentBasin: ({ code }, context) => context.load(employmentBasins, code),
    FranceTravailIndicator: FranceTravailIndicator.reference,
  },
  datasets: [bmo, ...territoryParents, observationsDataset("France Travail")],
});
