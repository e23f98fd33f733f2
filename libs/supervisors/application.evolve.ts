import type { Credential, CredentialFolds, Qualification } from '#libs/supervisors/credential.evolve';
import type { ApplicationEvent, SupervisorApplied } from '#libs/supervisors/application.events';

export const openedCredential = ({ personId, supervisorType, area, selection }: SupervisorApplied['data']): Credential => ({
  personId,
  supervisorType,
  area,
  ...(selection !== undefined && { selection }),
  qualification: { step: 'APPLIED', sittings: 0 },
  terms: [],
  cards: [],
  suspensions: [],
  proposals: [],
  decisions: {},
  groundsOfTerm: [],
  leakVerifications: {},
  assessments: [],
});

const qualified = (credential: Credential, step: Qualification['step'], change: Partial<Qualification> = {}): Credential => ({
  ...credential,
  qualification: { sittings: 0, ...credential.qualification, ...change, step },
});

export const applicationFolds: CredentialFolds<Exclude<ApplicationEvent, SupervisorApplied>> = {
  ConditionsConfirmed: (credential) => qualified(credential, 'CONDITIONS_CONFIRMED'),
  ApplicationRejected: (credential) => ({ ...credential, ended: 'REJECTED' }),
  TrainingEnrolled: (credential, { startsOn, trainingId }) => qualified(credential, 'IN_TRAINING', { trainingFrom: startsOn, trainingId }),
  ExamPassed: (credential, { sitting, examinedOn }) => qualified(credential, 'EXAM_PASSED', { sittings: sitting, passedOn: examinedOn }),
  ExamFailed: (credential, { sitting, reExamsLeft }) => qualified(credential, 'EXAM_FAILED', { sittings: sitting, reExamsLeft }),
  ReExamAllowed: (credential) => qualified(credential, 'IN_TRAINING'),
};
