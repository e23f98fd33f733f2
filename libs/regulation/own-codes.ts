/** Code tables of the house: the Measures name the matter, not the list. */

/** Why a card holder is not in the pool of a draw. */
export const EXCLUSION_REASONS = {
  NO_CARD: '未取得证卡',
  CARD_VOID: '证卡已作废',
  OUT_OF_TERM: '督导日期不在聘期内',
  SUSPENDED: '暂停委派期间',
  BARRED: '不得再从事质量督导工作',
  WRONG_TYPE: '督导员类别不符',
  OUT_OF_JURISDICTION: '不在本次名录范围',
  RECUSAL_DECLARED: '本人申报回避',
  RECUSAL_DETECTED: '核对发现应当回避',
  OWN_AGENCY: '被督导机构为其所在机构',
  CONCURRENT_ROLE: '同场次已任其他职务',
  TIME_OVERLAP: '同一时段已有督导任务',
  ALREADY_DRAWN: '本任务已抽中',
  DECLINED: '本任务已表示不能参加',
} as const;
export type ExclusionReason = keyof typeof EXCLUSION_REASONS;

/** Why a session or an agency is not in the pool of a draw of targets. */
export const TARGET_EXCLUSION_REASONS = {
  CENTRAL_BRANCH: '中央在闽分支机构由省中心督导',
  SESSION_CANCELLED: '场次已取消',
  SESSION_OVER: '场次已结束或者已过开始之日',
  ALREADY_SUPERVISED: '场次已有日常督导',
  REVOKED: '认定工作资格已取消',
} as const;
export type TargetExclusionReason = keyof typeof TARGET_EXCLUSION_REASONS;

/** Relations that may affect objectivity. */
export const RECUSAL_REASONS = {
  NEAR_RELATIVE_OF_HEAD: '与评价机构负责人有近亲属关系',
  FAMILY_EMPLOYED_OR_CANDIDATE: '配偶、父母、子女在该机构任职或参加本次认定',
  STAFF_OR_LEFT_LT_3Y: '在该机构任职或离职不满三年',
  PAID_BY_AGENCY: '近十二个月内受该机构有偿聘请',
  TEACHER_STUDENT: '与参加认定人员有师生关系',
  MASTER_APPRENTICE: '与参加认定人员有师徒关系',
  COLLEAGUE: '与参加认定人员有同事关系',
  COMPETING_INTEREST: '在有竞争关系的机构有利益',
  OTHER: '其他可能影响客观公正的情形',
} as const;
export type RecusalReason = keyof typeof RECUSAL_REASONS;

/** 新八级. `certificateDigit` is the level's place in the certificate number; the letters of the others are unknown. */
export const OCCUPATION_LEVELS = {
  APPRENTICE: { name: '学徒工' },
  LEVEL_5: { name: '五级/初级工', certificateDigit: '5' },
  LEVEL_4: { name: '四级/中级工', certificateDigit: '4' },
  LEVEL_3: { name: '三级/高级工', certificateDigit: '3' },
  LEVEL_2: { name: '二级/技师', certificateDigit: '2' },
  LEVEL_1: { name: '一级/高级技师', certificateDigit: '1' },
  SPECIAL_GRADE: { name: '特级技师' },
  CHIEF: { name: '首席技师' },
} as const;
export type OccupationLevel = keyof typeof OCCUPATION_LEVELS;

export const SUPERVISOR_TYPES = { EXTERNAL: '外督', INTERNAL: '内督' } as const;
export type SupervisorType = keyof typeof SUPERVISOR_TYPES;

export const SUPERVISION_KINDS = { DAILY: '日常督导', SPECIAL: '专项督导' } as const;
export type SupervisionKind = keyof typeof SUPERVISION_KINDS;

/** How the supervised agency or session was chosen; a reason is due when not by draw. */
export const TARGET_SELECTIONS = { RANDOM_DRAW: '随机抽取', PLANNED: '计划安排', COMPLAINT: '群众举报', RISK: '风险研判' } as const;
export type TargetSelection = keyof typeof TARGET_SELECTIONS;

/** Which card holders a draw starts from. */
export const POOL_SCOPES = { OWN_APPOINTED: '本中心选聘的外督', PROVINCE: '全省外督' } as const;
export type PoolScope = keyof typeof POOL_SCOPES;

/** 情节. Only SERIOUS opens the second level of either ladder. */
export const SEVERITIES = { MINOR: '情节较轻', ORDINARY: '情节一般', SERIOUS: '情节严重' } as const;
export type Severity = keyof typeof SEVERITIES;

/** Kinds of evaluation; only the first is under the Measures (R0-2). */
export const ACTIVITY_TYPES = ['SKILL_LEVEL_RECOGNITION', 'VOCATIONAL_QUALIFICATION', 'SPECIAL_ABILITY_ASSESSMENT'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** The one role a person may have in a session. */
export const SESSION_ROLES = {
  EXTERNAL_SUPERVISOR: '外督', INTERNAL_SUPERVISOR: '内督', EXAMINER: '考评人员', EXAM_STAFF: '考务人员',
} as const;
export type SessionRole = keyof typeof SESSION_ROLES;

/** Who may see a piece of evidence; the last three never reach the public. */
export const EVIDENCE_CLASSES = {
  PUBLIC: '可公开', INTERNAL: '内部', WORK_SECRET: '工作秘密', TRADE_SECRET: '商业秘密', PERSONAL: '个人信息',
} as const;
export type EvidenceClass = keyof typeof EVIDENCE_CLASSES;
