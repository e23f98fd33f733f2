import type { ContentItemCode } from '#libs/regulation/codes';

/** What a group may find about one item, what it advises and what it demands. Made up; no person is in it. */
export interface ItemTexts {
  readonly problem: string;
  readonly guidance: string;
  readonly demand: string;
  readonly conforms: string;
  readonly evidence: string;
}

const texts = (problem: string, guidance: string, demand: string, conforms: string, evidence: string): ItemTexts => ({ problem, guidance, demand, conforms, evidence });

export const ITEM_TEXTS: Readonly<Record<ContentItemCode, ItemTexts>> = {
  C1: texts('质量管理制度未覆盖考评人员选派环节', '按流程梳理制度,明确各环节责任', '修订质量管理制度并组织学习', '质量管理体系健全并有效运行', '质量管理制度汇编'),
  C2: texts('认定计划与实际实施的批次不一致', '认定计划变更应当及时报备', '补齐认定计划变更手续', '认定工作按计划组织', '认定计划及实施台账'),
  'C2.01': texts('1个工种超出备案的认定范围开展认定', '认定前核对备案范围', '停止超范围认定并报告已认定人员处理方案', '认定范围与备案一致', '备案文件和认定批次清单'),
  'C2.02': texts('1个批次使用的试题与现行标准版本不符', '建立题库版本管理', '更换试题并复核相关批次', '标准和题库版本现行有效', '题库版本记录'),
  'C2.03': texts('收费项目未公示,2个批次多收材料费', '完善收费公示制度', '退还多收费用并公示收费标准', '收费项目和标准已公示', '收费票据'),
  'C2.04': texts('抽查的20份报名材料中3份缺工作年限证明', '报名审核实行双人复核', '补充核查申报条件并报送结果', '抽查的报名材料齐全', '报名材料抽查记录'),
  'C2.05': texts('1个考场监控存在盲区,考生座位间距不足', '开考前按清单检查考场', '调整考场布局并补装监控', '考场秩序良好', '考场监控录像目录'),
  'C2.06': texts('实操评分表无考评人员签名5份', '评阅完成当日集中核对签名', '补正评阅手续并说明原因', '试卷评阅规范、签名齐全', '实操评分表'),
  'C2.07': texts('综合评审缺少评委提问记录', '统一评审记录格式', '完善评审记录并归档', '评审记录完整', '综合评审记录'),
  'C2.08': texts('空白证书出入库登记不连续', '证书实行专人专柜管理', '清点空白证书并完善台账', '证书管理台账连续、账实相符', '证书管理台账'),
  'C2.09': texts('2名考评人员派遣时证卡已过有效期', '派遣前核对考评人员资格', '重新安排考评并报告影响', '考评人员资格有效、轮换合理', '考评人员派遣记录'),
  'C2.10': texts('考务管理人员培训记录缺失', '建立管理人员年度培训档案', '组织考务培训并报送记录', '管理人员岗位职责明确', '管理人员培训档案'),
  'C2.99': texts('校企合作场地的使用协议已过期', '合作场地按年度核查', '续签协议或者更换场地', '合作场地管理规范', '场地使用协议'),
  C3: texts('举报反映的替考情形查实1起', '落实人证核验', '取消相关成绩并报告处理情况', '举报反映的情形经核查不属实', '人证核验记录'),
  C4: texts('认定数据与就业服务数据未对接,难以跟踪使用效果', '建议建立跨部门数据比对机制', '报送数据对接方案', '重大问题调查研究已形成报告', '调查研究材料'),
};

export const CATCH_ALL_DETAIL = '校企合作场地的管理和使用情况,以及合作协议履行情况';
export const RECUSAL_DETAIL = '该督导员近三年内曾在本机构担任兼职教师并领取报酬';

export const DECLINE_REASONS = { JUSTIFIED: ['因病住院', '已安排出差', '直系亲属住院需要照料'], UNJUSTIFIED: ['不愿前往', '路途较远'] } as const;
export const DISSENTS = ['认为该问题属个别情形,应当从轻认定', '认为证据尚不充分'] as const;
export const DEFENCE_STATEMENTS = ['该情形发生在制度修订之前,现已纠正,请予考虑', '所列事实与我单位台账不一致,附台账说明', '情节轻微且未造成影响,请求从轻认定'] as const;
