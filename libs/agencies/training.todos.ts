import { theAgency, theProvince } from '#libs/access/bearers';
import type { AgencyEvent } from '#libs/agencies/agency.events';
import { trainingDueOn, trainingDutySince } from '#libs/agencies/agency.evolve';
import type { TrainingBody, TrainingEvent, TrainingHeld } from '#libs/agencies/training.events';
import type { SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import type { DrawCompleted } from '#libs/draws/draw.events';
import { byDrawer, drawnByIn, superviseInPeriod, type Targeted, targetsIn } from '#libs/draws/drawn-target.evolve';
import type { LegalDate, RecordedEvent } from '#libs/event-sourcing/event';
import { type Matter, once, type Opening, type TodoDue, todoSource } from '#libs/event-sourcing/todo';
import { explainLead, type LeadTime } from '#libs/regulation/deadline';
import { addDays, chineseDate, endOfDay, startOfDay } from '#libs/regulation/legal-date';

interface Training extends Matter {
  readonly body: TrainingBody;
  readonly startsOn: LegalDate;
  readonly endsOn: LegalDate;
}

function training(before: Training | undefined, event: TrainingEvent): Training | undefined {
  if (event.type !== 'TrainingPlanDrafted') return before;
  const { by, organisation, title, area, startsOn, endsOn } = event.data;
  const owner = by === 'AGENCY' ? { agencyId: organisation } : by === 'INDUSTRY_DEPT' ? { departmentId: organisation } : {};
  return { title: `培训 ${title}`, area, body: { by, organisation }, startsOn, endsOn, ...owner };
}

const filing = (fileBy: LeadTime): TodoDue => ({ dueAt: endOfDay(fileBy.date), explanation: explainLead(fileBy, '开班', '报备') });
const trainer = ({ body: { by, organisation } }: Training) => [{ role: by, organisation }];
const begins = (_data: object, { startsOn }: Training): readonly Opening[] => [{ due: { dueAt: endOfDay(startsOn), explanation: `方案定于${chineseDate(startsOn)}开班。` } }];
const ends = (_data: object, { endsOn }: Training): readonly Opening[] => [{ due: { dueAt: endOfDay(endsOn), explanation: `方案定于${chineseDate(endsOn)}结束。` } }];

/** An agency that is revoked plans and begins no training; other bodies have no qualification to lose. */
const needsQualification = (): boolean => true;

export const trainingTodos = todoSource<TrainingEvent, Training>({
  category: 'training',
  path: 'trainings',
  matter: training,
  todos: {
    FileTrainingPlan: {
      label: '培训方案报备', falls: trainer, needsQualification,
      opens: {
        TrainingPlanDrafted: ({ fileBy }) => (fileBy === undefined ? [] : [{ due: filing(fileBy) }]),
        FilingReturned: once,
      },
      moves: { TrainingFilingDueRecomputed: ({ after }) => filing(after) },
      ends: ['TrainingPlanFiled'],
    },
    AcknowledgeFiling: { label: '收悉报备或者退回补正', falls: theProvince, opens: { TrainingPlanFiled: once }, ends: ['FilingAcknowledged', 'FilingReturned'] },
    StartTraining: {
      label: '开班', falls: trainer, needsQualification, opens: { TrainingPlanFiled: begins, TrainingPlanDrafted: (data, matter) => (data.fileBy === undefined ? begins(data, matter) : []) }, ends: ['TrainingStarted'],
    },
    HoldTraining: { label: '完成培训', falls: trainer, opens: { TrainingStarted: ends }, ends: ['TrainingHeld'] },
    HoldExam: { label: '组织考核', falls: trainer, opens: { TrainingHeld: once }, ends: ['ExamHeld'] },
    RecordTrainingResults: { label: '登记培训考核成绩', falls: trainer, opens: { ExamHeld: once }, ends: ['ExamResultsRecorded'] },
    CloseTraining: { label: '培训总结归档', falls: trainer, opens: { ExamResultsRecorded: once }, ends: ['TrainingClosed'] },
  },
  closes: { TrainingClosed: true },
});

/** Days before the training is due from which it is a to-do. */
const TRAINING_AHEAD_DAYS = 90;

interface Registered extends Targeted {
  readonly agencyId: string;
}

type AgencyOrTrainingEvent = AgencyEvent | TrainingHeld | DrawCompleted | SpecialSupervisionOpened;

const trains = (since: LegalDate): readonly Opening[] => {
  const day = trainingDueOn(since);
  return [{ from: startOfDay(addDays(day, -TRAINING_AHEAD_DAYS)), due: { dueAt: endOfDay(day), explanation: `上次培训(或者备案)为${chineseDate(since)},应当在${chineseDate(day)}前再次组织内督培训。` } }];
};

export const agencyTodos = todoSource<AgencyOrTrainingEvent, Registered>({
  category: 'agency',
  path: 'agencies',
  others: {
    training: ({ type, data }: RecordedEvent) => {
      const { by, organisation } = data as TrainingHeld['data'];
      return type === 'TrainingHeld' && by === 'AGENCY' ? organisation : undefined;
    },
    draw: (event) => targetsIn(event, 'AGENCIES'),
    case: ({ type, data }) => (type === 'SpecialSupervisionOpened' ? (data as SpecialSupervisionOpened['data']).agencyId : undefined),
  },
  matter: (before, event, agencyId) => {
    if (event.type === 'AgencyRegistered') return { title: event.data.name, area: event.data.area, agencyId };
    return before !== undefined && event.type === 'DrawCompleted' ? { ...before, ...drawnByIn(event) } : before;
  },
  todos: {
    DraftTrainingPlan: {
      label: '组织内督培训', falls: ({ agencyId }) => theAgency(agencyId), needsQualification, at: () => 'trainings/{trainingId}',
      opens: { AgencyRegistered: ({ filedOn }) => trains(trainingDutySince(filedOn)), TrainingHeld: ({ endedOn }) => trains(endedOn) },
      ends: ['TrainingHeld'],
    },
    OpenSpecialSupervision: {
      label: '对抽中的评价机构实施专项督导', falls: byDrawer, needsQualification, isConfidential: true, at: () => 'cases/{caseId}', opens: { DrawCompleted: superviseInPeriod }, ends: ['SpecialSupervisionOpened'],
    },
  },
});
