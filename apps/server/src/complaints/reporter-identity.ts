import { Inject, Injectable } from '@nestjs/common';
import type { Origin } from '#apps/server/src/http/origin';
import { EVENTS, VAULT } from '#apps/server/src/http/ports';
import type { SealedReporter, SealReporter } from '#libs/complaints/reporter.commands';
import { IDENTITY_FIELDS, type IdentityField, type ReporterErased, type ReporterIdentityOpened } from '#libs/complaints/reporter.events';
import { reporterRules } from '#libs/complaints/reporter.rules';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { Refused } from '#libs/event-sourcing/rule';
import { NotSealed, type PersonalData, type Subject, SubjectShredded, type Vault } from '#libs/vault/vault';

/** An outcome that brings the identity. */
export interface ReporterOutcome extends Outcome {
  /** Shown this once: not where the command had been carried out before, nor where nothing lies in the vault. */
  readonly identity?: Readonly<Partial<Record<IdentityField, string>>>;
}

/** What lies in the vault is not what the record says was sealed. */
export class IdentityChanged extends Error {}

const reporter = (id: string): Subject => ({ kind: 'reporter', id });
const FIELDS = Object.keys(IDENTITY_FIELDS) as readonly IdentityField[];

const identityIn = (body: SealReporter): PersonalData =>
  Object.fromEntries(FIELDS.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])));

/** Between the record, which never learns who complained, and the vault, which holds it. */
@Injectable()
export class ReporterIdentity {
  constructor(
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(EVENTS) private readonly events: EventStore,
  ) {}

  /** The command without a word of the identity: the same for each attempt, so that a retry is the same command. */
  async withheld({ commandId }: Origin, body: SealReporter): Promise<SealedReporter> {
    const identity = identityIn(body);
    try {
      const commitment = await this.vault.commitTo(reporter(commandId), identity);
      return { subject: commandId, fields: FIELDS.filter((field) => identity[field] !== undefined), commitment };
    } catch (error) {
      if (error instanceof SubjectShredded) throw new Refused(reporterRules.ErasedReporterStaysErased);
      throw error;
    }
  }

  /** After the record has taken the command, also for the second time: a program may have ended in between. */
  async keep({ commandId }: Origin, body: SealReporter): Promise<void> {
    await this.vault.seal(reporter(commandId), identityIn(body));
  }

  /** Only after the record says who reads it, and why. */
  async shown(outcome: Outcome): Promise<ReporterOutcome> {
    const opened = outcome.repeated ? undefined : await this.factOf(outcome);
    if (opened === undefined) return outcome;
    const { subject, commitment } = opened.data as ReporterIdentityOpened['data'];
    try {
      const identity = await this.vault.open(reporter(subject));
      if ((await this.vault.commitTo(reporter(subject), identity)) !== commitment) throw new IdentityChanged(subject);
      return { ...outcome, identity };
    } catch (error) {
      if (error instanceof NotSealed) return outcome;
      throw error;
    }
  }

  /** Destroys the keys of what the record says is erased of the complaint. */
  async erase(complaintId: string): Promise<void> {
    for await (const { type, data } of this.events.readStream(`reporter-${complaintId}`)) {
      if (type !== 'ReporterErased') continue;
      for (const subject of (data as ReporterErased['data']).subjects) await this.vault.shred(reporter(subject));
    }
  }

  private async factOf({ stream, revision }: Outcome): Promise<RecordedEvent | undefined> {
    for await (const event of this.events.readStream(stream, { from: revision, max: 1 })) return event;
    return undefined;
  }
}
