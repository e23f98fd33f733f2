/** Code tables. Texts are word for word from the Measures unless a table says otherwise. */

/** 第三章一: what supervision looks at. `quote` is the text of the Measures, `label` what a list shows. */
export const CONTENT_ITEMS = {
  C1: { quote: '对评价机构贯彻执行有关法律法规、规章和有关政策及其质量管理体系建设等情况进行督导', label: '执行法律法规政策和质量管理体系建设' },
  C2: { quote: '对职业技能等级认定工作情况进行督导', label: '认定工作情况' },
  'C2.01': { quote: '评价机构的认定范围', label: '认定范围' },
  'C2.02': { quote: '职业技能标准(或评价规范)及试题(题库)的执行情况', label: '标准及试题执行' },
  'C2.03': { quote: '收费情况', label: '收费情况' },
  'C2.04': { quote: '参加认定人员的资格条件', label: '参加认定人员资格条件' },
  'C2.05': { quote: '考场秩序', label: '考场秩序' },
  'C2.06': { quote: '试卷评阅', label: '试卷评阅' },
  'C2.07': { quote: '评审记录', label: '评审记录' },
  'C2.08': { quote: '证书管理与发放', label: '证书管理与发放' },
  'C2.09': { quote: '考评人员', label: '考评人员工作情况' },
  'C2.10': { quote: '管理人员工作情况', label: '管理人员工作情况' },
  'C2.99': { quote: '等', label: '其他认定工作情况' },
  C3: { quote: '对群众举报的职业技能等级认定工作中涉嫌违规违纪情况进行调查核实', label: '群众举报核实' },
  C4: { quote: '对职业技能等级认定工作中的重大问题进行调查研究,向委派机构报告反映情况,并提出建议', label: '重大问题调查研究' },
} as const;
export type ContentItemCode = keyof typeof CONTENT_ITEMS;

/** 第二章一: the five conditions of an applicant. */
export const ELIGIBILITY_CONDITIONS = {
  E1: '坚持党的基本路线,热爱职业技能等级认定工作',
  E2: '掌握职业技能等级认定有关政策、法规和规章,熟悉职业技能等级认定理论和技术方法',
  E3: '坚持原则,廉洁奉公、办事公道、作风正派,具有良好的职业道德和敬业精神',
  E4: '具有较强的组织协调能力和表达能力',
  E5: '身体健康,能胜任质量督导工作',
} as const;
export type EligibilityCondition = keyof typeof ELIGIBILITY_CONDITIONS;

/** 第三章三: how an external supervisor works. */
export const EXTERNAL_METHODS = {
  ONSITE: '现场督导',
  DATA_COMPARISON: '数据比对',
  MATERIAL_SPOT_CHECK: '抽查评价资料(含录像)',
  REMOTE_MONITORING: '远程监控',
  OTHER: '等多种形式督导',
} as const;
export type ExternalMethod = keyof typeof EXTERNAL_METHODS;

/** Methods that count as 技术督导, which the Measures encourage. A spot check counts only where it is of video. */
export const TECHNICAL_METHODS: readonly ExternalMethod[] = ['DATA_COMPARISON', 'REMOTE_MONITORING'];

/** 第二章六. */
export const SUPERVISOR_POWERS = {
  MONITOR: '监督职业技能等级认定活动',
  INQUIRE: '向评价机构就督导事项提出询问',
  INSPECT_DOCS: '查阅、调阅与督导事项有关的文件、资料',
  INTERVIEW_ETC: '进行个别访问、调查问卷、测试和复核',
  FIELD_INVESTIGATION: '现场调查,包括明察和暗访',
  RECOMMEND: '向委派机构提出对被督导机构或者其相关负责人给予奖惩的建议',
} as const;
export type SupervisorPower = keyof typeof SUPERVISOR_POWERS;

/** 第三章三: what the dispatching body may do after a daily supervision. */
export const DAILY_MEASURES = {
  VERIFICATION: '调查核实',
  ADMONITORY_TALK: '约谈提醒',
  REMINDER_LETTER: '发出提醒函',
  QUALITY_BULLETIN: '质量通报',
} as const;
export type DailyMeasure = keyof typeof DAILY_MEASURES;

/** 第三章三: what internal supervision covers. */
export const INTERNAL_PHASES = { PREPARATION: '认定工作的准备情况', PROCESS: '认定过程', RESULT: '认定结果' } as const;
export type InternalPhase = keyof typeof INTERNAL_PHASES;

/** 第三章四: the steps of a special supervision. */
export const SPECIAL_STEPS = {
  1: '督导小组对评价机构进行现场考察(核查)、听取意见',
  2: '督导小组对评价机构的自评(自查)报告、现场考察(核查)情况进行评议,形成初步督导意见,并向评价机构反馈',
  3: '委派机构根据督导小组初步督导意见,综合分析评价机构的申辩意见,向评价机构发出质量督导意见书',
  4: '评价机构应根据质量督导意见书完善或整改相关工作,并提交整改工作报告',
} as const;

/** 第二章七: how a supervisor conducts himself. */
export const CONDUCT_RULES = {
  K1: '在执行质量督导任务时应佩戴质量督导员证卡,认真履行质量督导职责,客观公正地向委派机构反映实际情况,不得隐瞒或虚构事实',
  K2: '着装得体、大方、整洁,文明用语,使用普通话',
  K3: '不得干预正常的评价工作',
  K4: '不得擅自公开督导情况记录(结果)以及评价结果信息',
  K5: '不得泄露与评价机构相关的工作秘密、商业秘密等',
  K6: '不得接受任何单位或个人提出的更改质量督导记录(结果)等非正当要求,如实、及时向委派机构书面反馈质量督导结果情况',
  K7: '自觉接受委派机构及相关部门的监督',
} as const;
export type ConductRule = keyof typeof CONDUCT_RULES;

/** 第四章一: grounds against a supervisor. */
export const SUPERVISOR_GROUNDS = {
  S1: '未经委派擅自参加或无故拒绝参加督导工作任务的',
  S2: '应当回避质量督导工作却隐瞒不报的',
  S3: '玩忽职守,贻误质量督导工作的',
  S4: '利用职权谋取私利或干扰评价机构正常工作的',
  S5: '弄虚作假,徇私舞弊,影响质量督导结果客观公正的',
  S6: '因失职或个人主观意志导致试题内容等工作秘密泄露,经查实泄密的',
  S7: '利用职权包庇或打击报复他人、侵害他人合法权益的',
  S8: '其他妨碍职业技能等级认定工作有序开展或造成不良影响的行为',
} as const;
export type SupervisorGround = keyof typeof SUPERVISOR_GROUNDS;

/** 第四章一: the ladder. Level 2 only in serious circumstances; a notice alone does not complete it. */
export const SUPERVISOR_SANCTIONS = {
  CRITICISM_EDUCATION: { level: 1, quote: '批评教育' },
  DISPATCH_SUSPENSION: { level: 1, quote: '暂停质量督导任务委派处理' },
  EMPLOYER_NOTICE: { level: 2, quote: '向当事人所在单位进行通报' },
  QUALIFICATION_CANCELLED: { level: 2, quote: '取消其资格' },
  RENEWAL_REFUSED: { level: 2, quote: '不予续聘' },
} as const;
export type SupervisorSanction = keyof typeof SUPERVISOR_SANCTIONS;

/** What follows from cancellation and refusal. */
export const BARRED_QUOTE = '不得再从事我省技能人才评价质量督导相关工作';

/** 第四章二: grounds against an agency and its staff. All six are about obstructing supervision. */
export const AGENCY_GROUNDS = {
  G1: '拒绝向质量督导员提供有关情况和文件资料的',
  G2: '阻挠有关人员向质量督导员反映情况的',
  G3: '对督导意见拒不采取改进措施的',
  G4: '弄虚作假、采取欺骗手段干扰质量督导工作的',
  G5: '打击、报复质量督导员的',
  G6: '其他影响质量督导工作的行为',
} as const;
export type AgencyGround = keyof typeof AGENCY_GROUNDS;

/** 第四章二: the ladder. The parts of one level are decided together. */
export const AGENCY_SANCTIONS = {
  PLATFORM_OPERATION_HOLD: { level: 1, quote: '暂缓该评价机构在职业技能等级认定管理平台的正常操作' },
  CORRECTION_ORDER: { level: 1, quote: '责令其改正' },
  PUBLIC_CRITICISM: { level: 2, quote: '通报批评' },
  DISCIPLINARY_RECOMMENDATION: { level: 2, quote: '对直接负责的主管人员和其他责任人员,向其主管部门提出给予处分的建议' },
  QUALIFICATION_REVOCATION: { level: 3, quote: '取消其职业技能等级认定工作资格' },
} as const;
export type AgencySanction = keyof typeof AGENCY_SANCTIONS;

/** Grounds that are no list but 其他: they need a description and a second approver. */
export const CATCH_ALLS: readonly (ContentItemCode | SupervisorGround | AgencyGround)[] = ['C2.99', 'S8', 'G6'];
