import { query, queryOne } from "../../../foundation/graph/readings/query.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { Commune } from "../communes/commune.entity.ts";
import { Epci } from "./epci.entity.ts";
import { EpciMember } from "./epci-member.entity.ts";
import { FormerEpci } from "./former-epci.entity.ts";

export const epcis = one(Epci, "siren");

export const epciOfCommune = queryOne<{ commune: string }, Epci>({
  parameters: { commune: "text" },
  as: Epci,
  withSources: "q.n",
  text: (names, keys) => `select k.n, ${names.columns(Epci, "e")}
from ${keys} join ${names.table(EpciMember)} m on m.commune = k.commune join ${names.table(Epci)} e on e.siren = m.epci_siren`,
});

/** EPCI that have at least one member commune in the department. */
export const epcisOfDepartment = query<{ department: string }, Epci>({
  parameters: { department: "text" },
  as: Epci,
  withSources: "q.n, q.siren",
  text: (names, keys) => `select k.n, ${names.columns(Epci, "e")}
from ${keys}
cross join lateral (
  select distinct m.epci_siren from ${names.table(Commune)} c join ${names.table(EpciMember)} m on m.commune = c.code
  where c.department_code = k.department) m
join ${names.table(Epci)} e on e.siren = m.epci_siren`,
});

export const formerEpcis = one(FormerEpci, "code");
export const formerEpcisOfDepartment = many(FormerEpci, "department", { order: ["code"] });
