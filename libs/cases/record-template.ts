interface TemplateField {
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
}

/** 附件4 as data: its real content is not known, so it is a neutral one until it is supplied. Changed fields are a new version. */
export interface RecordTemplate {
  readonly version: string;
  readonly fields: readonly TemplateField[];
}

export const RECORD_TEMPLATES: readonly RecordTemplate[] = [
  {
    version: 'ATT4-2026-1',
    fields: [
      { field: 'plannedCandidates', label: '计划参加认定人数', required: true },
      { field: 'actualCandidates', label: '实际参加认定人数', required: true },
      { field: 'stage', label: '认定环节(理论、技能、综合评审)', required: true },
      { field: 'problems', label: '存在问题', required: false },
      { field: 'opinion', label: '督导意见和建议', required: true },
    ],
  },
];

/** The version in which records are written today. */
export const CURRENT_RECORD_TEMPLATE = RECORD_TEMPLATES.at(-1);
