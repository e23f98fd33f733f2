import { ACCESS_PURPOSES, IDENTITY_FIELDS, type IdentityField, type ReporterEvent } from '#libs/complaints/reporter.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';

const named = (fields: readonly IdentityField[]): string => fields.map((field) => IDENTITY_FIELDS[field]).join('、');

const SENTENCES: Sentences<ReporterEvent> = {
  ReporterSealed: ({ fields }) => `封存举报人身份(${named(fields)})`,
  ReporterAccessRequested: ({ accessPurpose, reason }) => `申请查阅举报人身份,用于${ACCESS_PURPOSES[accessPurpose]}:${reason}`,
  ReporterAccessApproved: () => '第二人同意查阅举报人身份',
  ReporterAccessDenied: ({ reason }) => `不同意查阅举报人身份:${reason}`,
  ReporterIdentityOpened: ({ fields, accessPurpose }) => `查阅举报人身份(${named(fields)}),用于${ACCESS_PURPOSES[accessPurpose]}`,
  ReporterErasureProposed: ({ reason }) => `提议销毁举报人身份:${reason}`,
  ReporterErased: () => '销毁举报人身份',
};

/** 举报人身份的封存、查阅和销毁, without a word of the identity. */
export const tellReporter = telling(SENTENCES);
