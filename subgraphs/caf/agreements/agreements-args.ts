import { ArgsType, Field } from "type-graphql";
import { ProgrammesArgs } from "../../../foundation/programmes/programmes-args.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { AgreementStatus } from "./territorial-agreement.entity.ts";

/** By what a list of agreements is narrowed. */
@ArgsType()
export class AgreementsArgs extends ProgrammesArgs {
  @Field(() => AgreementStatus, { nullable: true, description: "Un seul état ; par défaut, tous." })
  status?: AgreementStatus | null;

  @Field(() => [Party], { nullable: true, description: "Celles qu'un de ces organismes a signées ; par défaut, toutes." })
  signatories?: Party[] | null;

  /** @throws BAD_ARGUMENT */
  static wantedAgreements({ status, signatories, ...args }: AgreementsArgs) {
    const { starts, ends, themes } = ProgrammesArgs.wanted(args);
    return { status: status ? [status] : null, startOn: starts, endOn: ends, themes, signedBy: signatories ?? null };
  }
}
