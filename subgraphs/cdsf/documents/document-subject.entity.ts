import { Entity, Index, PrimaryKey } from "../../../foundation/tables/columns.ts";

/** A territory that a document is about: two departments may have one scheme, hence one evaluation. */
@Entity()
export class DocumentSubject {
  /** Of the document. */
  @PrimaryKey({ type: "text" })
  document!: string;

  /** The territory's id. */
  @Index()
  @PrimaryKey({ type: "text" })
  territory!: string;
}
