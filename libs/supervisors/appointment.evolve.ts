import type { Credential, CredentialFolds, HeldCard, Qualification } from '#libs/supervisors/credential.evolve';
import type { AppointmentEvent, Card, Term } from '#libs/supervisors/appointment.events';

function withTerm(credential: Credential, { termStart, termEnd }: Term): Credential {
  const { qualification: _done, ...rest } = credential;
  return { ...rest, terms: [...credential.terms, { termStart, termEnd }], groundsOfTerm: [] };
}

const issued = ({ number, validFrom, validUntil }: Card): HeldCard => ({ number, validFrom, validUntil, voided: false, returned: false });

const marked = (cards: readonly HeldCard[], number: string, mark: Partial<HeldCard>): readonly HeldCard[] =>
  cards.map((card) => (card.number === number ? { ...card, ...mark } : card));

const renewalStart = (trainingRequired: boolean): Qualification => ({ step: trainingRequired ? 'CONDITIONS_CONFIRMED' : 'EXAM_PASSED', sittings: 0 });

export const appointmentFolds: CredentialFolds<AppointmentEvent> = {
  SupervisorAppointed: withTerm,
  InternalSupervisorAppointed: withTerm,
  AppointmentRenewed: withTerm,
  RenewalApplied: (credential, { trainingRequired }) => ({ ...credential, qualification: renewalStart(trainingRequired) }),
  AppointmentExpired: (credential, { termEnd }) => ({ ...credential, expiredTerm: termEnd, suspensions: [] }),
  SupervisorResigned: (credential) => ({ ...credential, ended: 'RESIGNED' }),
  CardIssued: (credential, card) => ({ ...credential, cards: [...credential.cards, issued(card)] }),
  CardReplaced: (credential, card) => ({
    ...credential,
    cards: [...marked(credential.cards, card.oldNumber, { voided: true }), issued(card)],
  }),
  CardVoided: (credential, { number }) => ({ ...credential, cards: marked(credential.cards, number, { voided: true }) }),
  CardReturned: (credential, { number }) => ({ ...credential, cards: marked(credential.cards, number, { returned: true }) }),
};
