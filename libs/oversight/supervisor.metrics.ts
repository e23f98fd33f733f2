import type { LegalDate } from '#libs/event-sourcing/event';
import type { CardIssue, SanctionGround } from '#libs/oversight/ledger.dimensions';
import { streamSource, type Count, each, type Metric, one } from '#libs/oversight/ledger.metric';
import type { SupervisorSanction } from '#libs/regulation/codes';
import { addDays } from '#libs/regulation/legal-date';
import type { Credential } from '#libs/supervisors/credential.evolve';
import type { SanctionCause } from '#libs/supervisors/sanction.events';
import { latestTerm, standingOn } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

type SupervisorMetric = Metric<Credential, SupervisorEvent>;

/** Only what a standing rests on: the ledger keeps a state a day. */
function lean({ seriousDecision: _decision, ...credential }: Credential): Credential {
  return { ...credential, terms: credential.terms.slice(-1), cards: [], proposals: [], decisions: {}, assessments: [] };
}

function turns(credential: Credential): readonly LegalDate[] {
  const lastDays = [...credential.suspensions.map(({ endsOn }) => endsOn), ...[latestTerm(credential)?.termEnd ?? []].flat()];
  return lastDays.map((day) => addDays(day, 1));
}

const standings: SupervisorMetric = {
  name: 'SupervisorStandings',
  label: '督导员人数(按状态)',
  unit: '人',
  definition: '每一外督资格计一次,按该日的状态归类;聘期与暂停委派届满,自最后一日的次日起计,不待系统登记。',
  dimensions: ['standing'],
  stands: (credential, on) => [{ standing: standingOn(credential, on) }],
};

const CARD_ISSUES: { readonly [T in SupervisorEvent['type']]?: CardIssue } = { CardIssued: 'ISSUED', CardReplaced: 'REPLACED' };

const cardsIssued: SupervisorMetric = {
  name: 'CardsIssued',
  label: '核发证卡',
  unit: '张',
  definition: '每核发或者补换一张外督证卡,自核发之日起计一张;其后作废、交回的不减。',
  dimensions: ['cardIssue'],
  counts: ({ type }) => {
    const cardIssue = CARD_ISSUES[type];
    return cardIssue === undefined ? [] : [one({ cardIssue })];
  },
};

const SANCTIONS: { readonly [T in SupervisorEvent['type']]?: SupervisorSanction } = {
  CriticismGiven: 'CRITICISM_EDUCATION',
  DispatchSuspended: 'DISPATCH_SUSPENSION',
  QualificationCancelled: 'QUALIFICATION_CANCELLED',
  RenewalRefused: 'RENEWAL_REFUSED',
  EmployerNotified: 'EMPLOYER_NOTICE',
};

const sanctions: SupervisorMetric = {
  name: 'SupervisorSanctions',
  label: '对督导员的处理',
  unit: '件',
  definition: '每一处理决定自决定之日起计一件,按督导员所属地区;处理建议不计,其后恢复委派的不减。',
  dimensions: ['sanction'],
  counts: ({ type }) => {
    const sanction = SANCTIONS[type];
    return sanction === undefined ? [] : [one({ sanction })];
  },
};

const groundsOf = (cause: SanctionCause): readonly SanctionGround[] =>
  cause.kind === 'ASSESSMENT_FAIL' ? ['ASSESSMENT_FAIL'] : [...new Set(cause.findings.map(({ ground }) => ground))];

function groundCounts(event: SupervisorEvent): readonly Count[] {
  switch (event.type) {
    case 'CriticismGiven':
    case 'DispatchSuspended':
    case 'QualificationCancelled':
    case 'RenewalRefused':
      return each(groundsOf(event.data.cause).map((ground) => ({ sanction: SANCTIONS[event.type] ?? '', ground })));
    default:
      return [];
  }
}

const sanctionGrounds: SupervisorMetric = {
  name: 'SupervisorSanctionGrounds',
  label: '对督导员处理的依据',
  unit: '项',
  definition: '每一处理决定的每一种依据计一项,一件有数种依据的计数项;向所在单位通报依附于原决定,不另计。',
  dimensions: ['sanction', 'ground'],
  counts: groundCounts,
};

export const supervisorSource = streamSource<Credential, SupervisorEvent>({
  category: 'supervisor',
  opened: (event) => {
    const credential = event.type === 'SupervisorApplied' ? evolveSupervisor(undefined, event) : undefined;
    return credential === undefined ? undefined : lean(credential);
  },
  evolve: (before, event) => {
    const credential = evolveSupervisor(before, event);
    return credential === undefined ? before : lean(credential);
  },
  turns,
  shared: () => ({}),
  metrics: [standings, cardsIssued, sanctions, sanctionGrounds],
});
