/** Whose data it is: a kind, each under a key-encryption key of its own, and an id that says nothing about the person. */
export interface Subject {
  /** `reporter` … */
  readonly kind: string;
  readonly id: string;
}

/** Personal data by field name. */
export type PersonalData = Readonly<Record<string, string>>;

/** Nothing of this subject was ever sealed. */
export class NotSealed extends Error {}
/** Other data of this subject is sealed already: nothing in the vault is ever replaced. */
export class SealedOtherwise extends Error {}
/** The key of this subject was destroyed: nothing of it can be read or sealed any more. */
export class SubjectShredded extends Error {}

/**
 * Personal data outside the log. Each subject has a key of its own; whoever destroys the key has deleted the data, also
 * from every copy of it. The vault neither asks who reads nor writes it down: that is for those who call it.
 */
export interface Vault {
  /**
   * HMAC-SHA256 over the data under a secret of the subject, in hexadecimal, for the log: it binds the log to what is
   * sealed, and says nothing once the subject is shredded. Makes the key on first use. @throws SubjectShredded
   */
  commitTo(subject: Subject, data: PersonalData): Promise<string>;
  /** Idempotent. @throws SealedOtherwise, SubjectShredded */
  seal(subject: Subject, data: PersonalData): Promise<void>;
  /** @throws NotSealed, SubjectShredded */
  open(subject: Subject): Promise<PersonalData>;
  /** Destroys the key, then the sealed data. Idempotent; a subject of which nothing was sealed can never be sealed after. */
  shred(subject: Subject): Promise<void>;
  close(): Promise<void>;
}
