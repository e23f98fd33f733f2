import { sanctionsFor } from '#apps/server/src/agencies/agency-sanctions.readable';
import { trainingFiles } from '#apps/server/src/agencies/trainings.readable';
import { casesFor, isSupervised } from '#apps/server/src/cases/cases.readable';
import { dailyFiles, dailyMeasureFiles } from '#apps/server/src/cases/dailies.readable';
import { complaintFiles } from '#apps/server/src/complaints/complaints.readable';
import type { Readable } from '#apps/server/src/http/readable';
import { partOf, type PartOf } from '#apps/server/src/oversight/file-parts';
import { sessionFiles } from '#apps/server/src/sessions/sessions.readable';
import type { AgencySanctionFile } from '#libs/agencies/agency-sanction.view';
import type { TrainingFile } from '#libs/agencies/training.view';
import type { AgencyCase } from '#libs/cases/agency-case.view';
import type { CaseFile } from '#libs/cases/case-file.view';
import type { DailyFile } from '#libs/cases/daily-file.view';
import type { DailyMeasuresFile } from '#libs/cases/daily-measures.view';
import { COMPLAINT_CONCLUSIONS } from '#libs/complaints/complaint.events';
import type { ComplaintFile } from '#libs/complaints/complaint.view';
import type { SessionFile } from '#libs/sessions/session.view';

const ofAgency = (agencyId: string) => ({ agencyId });
/** Those marks that there are. */
const marks = (...texts: readonly (string | false | undefined)[]): readonly string[] => texts.filter((text): text is string => typeof text === 'string');

type AnyCase = CaseFile | AgencyCase;
const rectified = (state: CaseFile['state']): string | false =>
  state === 'VERIFIED' || state === 'CLOSED' ? '整改或者案件已办结' : state === 'REFUSED_TO_RECTIFY' ? '拒不整改' : state === 'RECTIFYING' || state === 'REPORT_SUBMITTED' ? '整改中' : false;

const cases = partOf<AnyCase>({
  name: 'cases', label: '专项督导、意见书与整改', from: (actor) => casesFor(actor) as unknown as Readable<AnyCase>, where: ofAgency, path: () => 'cases',
  said: (file) => ({
    id: file.caseId, on: 'openedOn' in file ? file.openedOn : file.noticeServedOn, title: '专项督导', state: file.stateName,
    marks: marks(file.documentNumber === undefined ? undefined : `意见书 ${file.documentNumber}`, rectified(file.state)),
  }),
});

type AnyDaily = DailyFile | DailyMeasuresFile;
const dailies = partOf<AnyDaily>({
  name: 'dailies', label: '日常督导与措施',
  where: (id, actor) => ({ ...ofAgency(id), ...(isSupervised(actor) && { isTold: true }) }),
  from: (actor) => (isSupervised(actor) ? dailyMeasureFiles : dailyFiles) as unknown as Readable<AnyDaily>,
  path: (actor) => (isSupervised(actor) ? 'daily-measures' : 'daily-cases'),
  said: (file) => {
    if ('plannedOn' in file) return { id: file.caseId, on: file.plannedOn, title: `日常督导 ${file.occupation}`, state: file.stageName, marks: marks(file.missed && '未实施', file.recordOverdue && '记录表逾期') };
    const state = file.closedOn === undefined ? '办理中' : '已办结';
    return { id: file.caseId, on: file.measures[0]?.takenOn ?? '', title: '日常督导措施', state, marks: file.measures.map(({ measureName }) => measureName) };
  },
});

const sessions = partOf<SessionFile>({
  name: 'sessions', label: '场次与内部督导', from: () => sessionFiles, where: ofAgency, path: () => 'sessions',
  said: ({ sessionId, startsOn, occupation, stageName, notCovered, scoreSheet, scoreSheetOverdue }) => ({
    id: sessionId, on: startsOn, title: `场次 ${occupation}`, state: stageName,
    marks: marks(notCovered && '内督未覆盖', scoreSheet === undefined ? undefined : `评分 ${scoreSheet.total}`, scoreSheetOverdue && '评分表逾期'),
  }),
});

type AnySanction = Pick<AgencySanctionFile, 'sanctionId' | 'stageName' | 'documents'> & Partial<Pick<AgencySanctionFile, 'openedOn'>>;
const sanctions = partOf<AnySanction>({
  name: 'sanctions', label: '处理', from: (actor) => sanctionsFor(actor) as unknown as Readable<AnySanction>, where: ofAgency, path: () => 'agency-sanctions',
  said: ({ sanctionId, openedOn, stageName, documents }) => ({
    id: sanctionId, on: openedOn ?? documents[0]?.on ?? '', title: '评价机构处理', state: stageName, marks: documents.map(({ documentNumber }) => documentNumber),
  }),
});

const complaints = partOf<ComplaintFile>({
  name: 'complaints', label: '受理的举报', from: () => complaintFiles, where: ofAgency, path: () => 'complaints',
  said: ({ complaintId, receivedOn, number, stage, stageName, conclusion, closingOverdue }) =>
    stage === 'ACCEPTED' || conclusion !== undefined
      ? { id: complaintId, on: receivedOn, title: `群众举报 ${number ?? ''}`, state: stageName, marks: marks(conclusion === undefined ? undefined : COMPLAINT_CONCLUSIONS[conclusion], closingOverdue && '办理逾期') }
      : undefined,
});

const trainings = partOf<TrainingFile>({
  name: 'trainings', label: '内督培训', from: () => trainingFiles, where: ofAgency, path: () => 'trainings',
  said: ({ trainingId, startsOn, title, stageName, filedLate }) => ({ id: trainingId, on: startsOn, title: `培训 ${title}`, state: stageName, marks: marks(filedLate && '报备逾期') }),
});

export const AGENCY_PARTS: readonly PartOf[] = [cases, dailies, sessions, sanctions, complaints, trainings];

