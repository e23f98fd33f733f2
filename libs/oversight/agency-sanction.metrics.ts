import type { AgencySanctionEvent, ViolationCaseOpened } from '#libs/agencies/agency-sanction.events';
import { type AgencySanctionCase, evolveAgencySanction } from '#libs/agencies/agency-sanction.evolve';
import { stageOf } from '#libs/agencies/agency-sanction.stage';
import type { Recorded } from '#libs/event-sourcing/event';
import type { StatementMade } from '#libs/oversight/agency.dimensions';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed, type Count, each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import type { AgencySanction } from '#libs/regulation/codes';

interface SanctionProgress {
  readonly sanction: AgencySanctionCase;
  /** Of the first report on the first order, once that is known. */
  readonly correction?: Timeliness;
}
type SanctionMetric = Metric<SanctionProgress, AgencySanctionEvent>;
type OfType<V> = { readonly [T in AgencySanctionEvent['type']]?: V };

const SANCTIONS: OfType<AgencySanction> = {
  PlatformOperationHeld: 'PLATFORM_OPERATION_HOLD',
  CorrectionOrdered: 'CORRECTION_ORDER',
  AgencyCriticised: 'PUBLIC_CRITICISM',
  DisciplinaryActionRecommended: 'DISCIPLINARY_RECOMMENDATION',
  QualificationRevoked: 'QUALIFICATION_REVOCATION',
};
const STATEMENTS: OfType<StatementMade> = { StatementReceived: 'RECEIVED', StatementWaived: 'WAIVED', StatementLapsed: 'LAPSED' };

function groundCounts({ type, data }: Recorded<AgencySanctionEvent>): readonly Count[] {
  const agencySanction = SANCTIONS[type];
  return agencySanction !== undefined && 'grounds' in data ? each(data.grounds.map((agencyGround) => ({ agencySanction, agencyGround }))) : [];
}

const METRICS: readonly SanctionMetric[] = [
  {
    name: 'ViolationCases',
    label: '评价机构违规案件(按状态)',
    unit: '件',
    definition: '每一违规案件计一件,按该日所处状态和立案时认定的情节归类,自立案之日起计,已恢复、已取消资格、已撤销的也在内。',
    dimensions: ['sanctionStage', 'severity', 'center'],
    stands: ({ sanction }) => [{ sanctionStage: stageOf(sanction), severity: sanction.severity }],
  },
  {
    name: 'ViolationGrounds',
    label: '立案依据',
    unit: '项',
    definition: '每一违规案件立案时的每一种情形计一项,自立案之日起计,同一情形数次的计一项。',
    dimensions: ['agencyGround', 'center'],
    counts: ({ type }, { sanction }) => (type === 'ViolationCaseOpened' ? each(sanction.grounds.map((agencyGround) => ({ agencyGround }))) : []),
  },
  {
    name: 'AgencySanctions',
    label: '对评价机构的处理',
    unit: '件',
    definition: '每作出一项暂缓操作、责令改正、通报批评、处分建议、取消资格,自作出之日起计一件,其后恢复、撤销的不减;改正退回另定期限的不另计。',
    dimensions: ['agencySanction', 'center'],
    counts: ({ type }) => {
      const agencySanction = SANCTIONS[type];
      return agencySanction === undefined ? [] : [one({ agencySanction })];
    },
  },
  {
    name: 'AgencySanctionGrounds',
    label: '对评价机构处理的依据',
    unit: '项',
    definition: '每一暂缓操作、通报批评、取消资格的决定,每一种情形计一项,自决定之日起计;责令改正、处分建议依附于该决定,不另计。',
    dimensions: ['agencySanction', 'agencyGround', 'center'],
    counts: groundCounts,
  },
  {
    name: 'AgencyStatements',
    label: '评价机构陈述申辩',
    unit: '次',
    definition: '告知拟处理后,每收到一次陈述申辩、放弃一次或者逾期未提出一次,自当日起计一次。',
    dimensions: ['statement', 'center'],
    counts: ({ type }) => {
      const statement = STATEMENTS[type];
      return statement === undefined ? [] : [one({ statement })];
    },
  },
  {
    name: 'CorrectionTimeliness',
    label: '改正是否按期',
    unit: '件',
    definition: '改正期限见分晓的案件各计一件:首份改正报告按期提交的为按期,逾期提交或者登记为逾期的为逾期;退回后重新提交的不再计。',
    dimensions: ['timeliness', 'center'],
    stands: ({ correction }) => (correction === undefined ? [] : [{ timeliness: correction }]),
  },
  {
    name: 'CorrectionsRefused',
    label: '拒不改正',
    unit: '件',
    definition: '每认定一次拒不改正,自认定之日起计一件,其后改正的不减。',
    dimensions: ['center'],
    counts: ({ type }) => (type === 'CorrectionRefused' ? [one({})] : []),
  },
  {
    name: 'CorrectionDecisionsOverdue',
    label: '改正审核逾期',
    unit: '次',
    definition: '中心逾期未审核改正报告,每登记一次计一次,其后审核的不减。',
    dimensions: ['center'],
    counts: ({ type }) => (type === 'CorrectionDecisionOverdue' ? [one({})] : []),
  },
  {
    name: 'SanctionsWithdrawn',
    label: '处理撤销',
    unit: '件',
    definition: '每撤销一件违规案件的处理,自撤销之日起计一件,归原立案的中心。',
    dimensions: ['center'],
    counts: ({ type }) => (type === 'SanctionWithdrawn' ? [one({})] : []),
  },
];

const opened = (event: Recorded<ViolationCaseOpened>): SanctionProgress | undefined => {
  const sanction = evolveAgencySanction(undefined, event);
  return sanction === undefined ? undefined : { sanction };
};

/** Told of a day before the order itself, a fact about it has nothing to stand on yet. */
const isBeforeTheOrder = ({ sanction }: SanctionProgress, { type }: Recorded<AgencySanctionEvent>): boolean =>
  sanction.correction === undefined && type.startsWith('Correction') && type !== 'CorrectionOrdered';

function correctionAfter({ correction }: SanctionProgress, { type, data }: Recorded<AgencySanctionEvent>): Pick<SanctionProgress, 'correction'> | object {
  if (correction !== undefined) return {};
  if (type === 'CorrectionOverdue') return { correction: 'LATE' };
  return type === 'CorrectionSubmitted' ? { correction: data.late ? 'LATE' : 'ON_TIME' } : {};
}

function evolve(before: SanctionProgress, event: Recorded<AgencySanctionEvent>): SanctionProgress {
  if (isBeforeTheOrder(before, event)) return before;
  return changed(before, { sanction: evolveAgencySanction(before.sanction, event) ?? before.sanction, ...correctionAfter(before, event) });
}

export const agencySanctionSource = streamSource<SanctionProgress, AgencySanctionEvent>({
  category: 'agencysanction',
  opened: (event) => (event.type === 'ViolationCaseOpened' ? opened(event) : undefined),
  evolve,
  shared: ({ sanction }) => ({ center: sanction.center }),
  metrics: METRICS,
});
