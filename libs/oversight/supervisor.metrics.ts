import type { CardIssue, SanctionGround } from '#libs/oversight/ledger.dimensions';
import { type Count, each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import { FAIRNESS_METRICS } from '#libs/oversight/fairness.metrics';
import { evolveProgress, openedSupervisor, type SupervisorFact, type SupervisorProgress, supervisorsIn, turns } from '#libs/oversight/supervisor-progress';
import type { SupervisorSanction } from '#libs/regulation/codes';
import type { SanctionCause } from '#libs/supervisors/sanction.events';
import { standingOn } from '#libs/supervisors/standing.evolve';

type SupervisorMetric = Metric<SupervisorProgress, SupervisorFact>;

const standings: SupervisorMetric = {
  name: 'SupervisorStandings',
  label: '督导员人数(按状态)',
  unit: '人',
  definition: '每一督导员资格计一次,按该日的状态归类;聘期与暂停委派届满,自最后一日的次日起计,不待系统登记。',
  dimensions: ['standing', 'supervisorType'],
  stands: ({ credential }, on) => [{ standing: standingOn(credential, on) }],
};

const CARD_ISSUES: { readonly [T in SupervisorFact['type']]?: CardIssue } = { CardIssued: 'ISSUED', CardReplaced: 'REPLACED' };

const cardsIssued: SupervisorMetric = {
  name: 'CardsIssued',
  label: '核发证卡',
  unit: '张',
  definition: '每核发或者补换一张证卡,自核发之日起计一张;其后作废、交回的不减。',
  dimensions: ['cardIssue', 'supervisorType'],
  counts: ({ type }) => {
    const cardIssue = CARD_ISSUES[type];
    return cardIssue === undefined ? [] : [one({ cardIssue })];
  },
};

const SANCTIONS: { readonly [T in SupervisorFact['type']]?: SupervisorSanction } = {
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
  dimensions: ['sanction', 'supervisorType'],
  counts: ({ type }) => {
    const sanction = SANCTIONS[type];
    return sanction === undefined ? [] : [one({ sanction })];
  },
};

const groundsOf = (cause: SanctionCause): readonly SanctionGround[] =>
  cause.kind === 'ASSESSMENT_FAIL' ? ['ASSESSMENT_FAIL'] : [...new Set(cause.findings.map(({ ground }) => ground))];

function groundCounts(event: SupervisorFact): readonly Count[] {
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
  dimensions: ['sanction', 'ground', 'supervisorType'],
  counts: groundCounts,
};

export const supervisorSource = streamSource<SupervisorProgress, SupervisorFact>({
  category: 'supervisor',
  categories: ['supervisor', 'draw', 'daily', 'case'],
  documentsOf: supervisorsIn,
  opened: openedSupervisor,
  evolve: evolveProgress,
  turns,
  shared: ({ credential }) => ({ supervisorType: credential.supervisorType }),
  metrics: [standings, cardsIssued, sanctions, sanctionGrounds, ...FAIRNESS_METRICS],
});
