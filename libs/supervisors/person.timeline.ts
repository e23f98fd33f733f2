import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { SUPERVISOR_TYPES } from '#libs/regulation/own-codes';
import type { PersonEvent } from '#libs/supervisors/person.events';

const SENTENCES: Sentences<PersonEvent> = {
  CredentialClaimed: ({ supervisorType, credentialId }) => `占用${SUPERVISOR_TYPES[supervisorType]}资格名额(资格编号${credentialId})。`,
  CredentialReleased: ({ supervisorType, credentialId }) => `${SUPERVISOR_TYPES[supervisorType]}资格终止(资格编号${credentialId})。`,
  BarRecorded: ({ decision, decisionNo }) =>
    `因${decision === 'QUALIFICATION_CANCELLED' ? '取消资格' : '不予续聘'}(${decisionNo}),不得再从事我省技能人才评价质量督导相关工作。`,
  BarReversed: ({ outcomeOf, documentNo, stillBarred }) =>
    `经${outcomeOf === 'COURT' ? '人民法院裁判' : '复核'}(${documentNo})撤销原处理${stillBarred ? ',另有处理仍在执行' : ',可以重新申报'}。`,
};

/** 本人名下资格与限制的历程 */
export const tellPerson = telling(SENTENCES);
