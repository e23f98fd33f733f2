import type { CaseEvent } from '#libs/cases/case.events';
import { POWER_PAPERS } from '#libs/cases/power-papers';
import type { Instant, Recorded } from '#libs/event-sourcing/event';

/** A paper of the file. Nothing is overwritten: a later one of the same kind has the next number. */
export interface CaseDocument {
  readonly kind: CaseDocumentKind;
  readonly title: string;
  /** 1, 2 … within the kind. */
  readonly version: number;
  readonly at: Instant;
  /** Revision of the event that holds it. */
  readonly revision: number;
  readonly documentNumber?: string;
  readonly content: object;
}

/** Facts that are papers, with what the paper is called. */
const TITLES = {
  MattersDefined: '督导事项',
  MattersWidened: '增加督导事项告知',
  SupervisionNoticeServed: '督导通知',
  CovertInspectionOrdered: '暗访决定',
  InspectionDisclosed: '暗访公开告知',
  SelfReportSubmitted: '自评(自查)报告',
  ViewsHeard: '听取意见记录',
  OnSiteEnded: '现场考察(核查)情况',
  ...POWER_PAPERS,
  PreliminaryOpinionFormed: '初步督导意见',
  DefenceSubmitted: '申辩意见',
  DefenceWaived: '放弃申辩声明',
  DefenceAnalysed: '申辩意见综合分析',
  OpinionIssued: '质量督导意见书',
  RectificationReportSubmitted: '整改工作报告',
  RectificationReturned: '整改退回意见',
  RectificationReminded: '整改催告',
  RectificationRefused: '拒不整改认定',
  RectificationVerified: '整改核查结论',
} as const satisfies { readonly [T in CaseEvent['type']]?: string };
export type CaseDocumentKind = keyof typeof TITLES;

const isKind = (type: string): type is CaseDocumentKind => Object.hasOwn(TITLES, type);

export function documentsAfter(documents: readonly CaseDocument[], event: Recorded<CaseEvent>): readonly CaseDocument[] {
  if (!isKind(event.type)) return documents;
  const { type: kind, data: content, revision, meta } = event;
  const version = documents.filter((earlier) => earlier.kind === kind).length + 1;
  const numbered = event.type === 'OpinionIssued' ? { documentNumber: event.data.documentNumber } : {};
  return [...documents, { kind, title: TITLES[kind], version, at: meta.occurredAt, revision, ...numbered, content }];
}
