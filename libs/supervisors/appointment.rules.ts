import { defineRules } from '#libs/event-sourcing/rule';

/** Appointment, term, renewal and card. */
export const appointmentRules = defineRules({
  ExamComesBeforeAppointment: {
    id: 'R2.2-1', article: '第二章二', sentence: '符合申报条件并经培训考核合格后,方可聘任。',
  },
  TermStartIsReal: {
    id: 'R2.2-2', article: '第二章二', sentence: '聘期起始日应当是真实存在的日期,不早于考核合格之日,且聘期尚未届满。',
  },
  RenewalIsInTime: {
    id: 'R2.2-2', article: '第二章二', sentence: '续聘在聘期最后若干日内或者届满后办理,暂停委派期间不办理。',
  },
  RenewalIsAppliedFor: {
    id: 'R2.2-1', article: '第二章二', sentence: '续聘应当先由本人申请,并按规定重新培训考核合格。',
  },
  TermIsRunning: {
    id: 'R2.2-3', article: '第二章二', sentence: '聘期届满自动解聘,该事项只能在聘期内办理。',
  },
  TasksAreHandedOver: {
    id: 'R2.5-1', article: '第二章五', sentence: '退出前应当先交接尚未完成的督导任务。',
  },
  CardNeedsAppointment: {
    id: 'R2.3-3', article: '第二章三', sentence: '外督经培训考核合格并聘任后方可核发证卡,暂停委派期间不予核发。',
  },
  OneCardPerTerm: {
    id: 'R2.3-3', article: '第二章三', sentence: '本聘期已核发证卡,遗失或损坏的应当办理补换证。',
  },
  ReplacementNeedsCard: {
    id: 'R2.3-2', article: '第二章三', sentence: '补换证应当以本聘期内有效的证卡为前提。',
  },
  CardIsTheHolders: {
    id: 'R2.3-2', article: '第二章三', sentence: '该证卡不是核发给此人的证卡。',
  },
  InternalNumberIsGiven: {
    id: 'R2.3-5', article: '第二章三', sentence: '内督证卡编号由核发单位填写并符合现行编码规则,外督证卡编号取自省中心台账、不得填写。',
  },
  InternalNumberIsUnique: {
    id: 'R2.3-5', article: '第二章三', sentence: '该内督证卡编号已用于其他证卡,证卡编号永久不得重复使用。',
  },
  CardNumberFollowsTheCode: {
    id: 'R2.3-6', article: '第二章三', sentence: '证卡编号应当取自全省空白证卡台账并符合编码规则。',
  },
});
