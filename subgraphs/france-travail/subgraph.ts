import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { observationTables } from "../../foundation/numbers/observation-tables.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/territory-parents.import.ts";
import { EmploymentBasin } from "./basins/employment-basin.entity.ts";
import { EmploymentBasinResolver } from "./basins/employment-basin.resolver.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { FranceTravailIndicator } from "./france-travail-indicator.ts";
import { bmo } from "./needs/bmo.import.ts";
import { DepartmentWorkforceResolver } from "./needs/department-workforce.resolver.ts";
import { RecruitmentNeed } from "./needs/recruitment-need.entity.ts";
import { RecruitmentNeedResolver } from "./needs/recruitment-need.resolver.ts";
import { Occupation } from "./occupations/occupation.entity.ts";
import { OccupationResolver } from "./occupations/occupation.resolver.ts";
import { employmentBasins, occupations } from "./readings.ts";
import { Department } from "./territory.stub.ts";

export default defineSubgraph({
  name: "france-travail",
  entities: [Occupation, EmploymentBasin, RecruitmentNeed, ...observationTables.open],
  restricted: observationTables.restricted,
  resolvers: [DepartmentResolver, DepartmentWorkforceResolver, OccupationResolver, EmploymentBasinResolver, RecruitmentNeedResolver],
  types: [FranceTravailIndicator],
  references: {
    Department: Department.reference,
    Occupation: ({ fap }, context) => context.load(occupations, fap),
    EmploymentBasin: ({ code }, context) => context.load(employmentBasins, code),
    FranceTravailIndicator: FranceTravailIndicator.reference,
  },
  datasets: [bmo, ...territoryParents, observationsDataset("France Travail")],
});
