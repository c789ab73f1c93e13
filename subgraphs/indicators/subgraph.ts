import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { publishedNumbers } from "../../foundation/numbers/numbers.ts";
import { register } from "../../foundation/territories/register.ts";
import { CodeListsResolver } from "./catalogue/code-lists.resolver.ts";
import { Indicator } from "./catalogue/indicator.entity.ts";
import { IndicatorResolver } from "./catalogue/indicator.resolver.ts";
import { OfficialLabel } from "./catalogue/official-label.entity.ts";
import * as catalogue from "./catalogue/readings.ts";
import * as findings from "./findings/readings.ts";
import { TerritoryFindingsResolver } from "./findings/territory-findings.resolver.ts";
import { IndicatorValuesResolver } from "./lists/indicator-values.resolver.ts";
import * as lists from "./lists/listed-values.ts";
import { PerimeterChange } from "../../foundation/territories/perimeter-change.ts";
import { PublishedTerritory } from "./perimeters/published-territory.entity.ts";
import { TerritoryProfile } from "./perimeters/territory-profile.entity.ts";
import { RecordedBatch } from "./recording/recorded-batch.entity.ts";
import { RecordingResolver } from "./recording/recording.resolver.ts";
import { written } from "./recording/written.ts";
import * as targets from "./targets/readings.ts";
import { Target } from "./targets/target.entity.ts";
import { Territory } from "./territory.stub.ts";
import { ChangeResolver } from "./values/change.resolver.ts";
import { ObservationComparabilityResolver } from "./values/observation-comparability.resolver.ts";
import * as values from "./values/readings.ts";
import { TerritoryResolver } from "./values/territory.resolver.ts";
import { Value } from "./values/value.ts";
import { ValueResolver } from "./values/value.resolver.ts";

export default defineSubgraph(
  register,
  importedFiles,
  journal(register),
  publishedNumbers,
  {
    open: [Indicator, OfficialLabel],
    resolvers: [IndicatorResolver, CodeListsResolver],
    references: { Indicator: ({ code }, context) => catalogue.indicators(context, code) },
    readings: catalogue,
  },
  { open: [Target], readings: targets },
  { resolvers: [TerritoryFindingsResolver], readings: findings },
  { restricted: [RecordedBatch], resolvers: [RecordingResolver], written },
  {
    open: [PublishedTerritory, TerritoryProfile, PerimeterChange],
    resolvers: [ValueResolver, ChangeResolver, ObservationComparabilityResolver, IndicatorValuesResolver, TerritoryResolver],
    types: [Territory],
    references: { Territory: Territory.reference, Value: Value.reference },
    readings: { ...values, ...lists },
  },
);
