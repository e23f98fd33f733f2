/** Who can act, as in the list of roles of the rules. */
export const ROLES = {
  PROVINCIAL_HR: '省级人力资源社会保障行政部门',
  PROVINCIAL_CENTER: '省职业技能鉴定指导中心',
  MUNICIPAL_CENTER: '设区市职业技能鉴定指导中心',
  AGENCY: '职业技能等级评价机构',
  INDUSTRY_DEPT: '相关行业部门',
  EXT_SUPERVISOR: '外部质量督导员',
  INT_SUPERVISOR: '内部质量督导员',
  AUDITOR: '审计',
  SERVICE: '经登记的业务系统',
  SYSTEM: '系统',
} as const;

export type Role = keyof typeof ROLES;

/** A body as which somebody acts. */
export interface ActingBody {
  readonly by: Role;
  readonly organisation: string;
}

/** A body that selects its own internal supervisors. */
export interface SelectingBody extends ActingBody {
  readonly by: Extract<Role, 'AGENCY' | 'INDUSTRY_DEPT'>;
}
