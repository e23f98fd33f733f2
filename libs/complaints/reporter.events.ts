import type { Fact, Instant } from '#libs/event-sourcing/event';

/** What may be known of the person who complained. */
export const IDENTITY_FIELDS = { name: '姓名', phone: '电话', address: '通信地址', workplace: '工作单位' } as const;
export type IdentityField = keyof typeof IDENTITY_FIELDS;

/** For what the identity may be read. */
export const ACCESS_PURPOSES = { CONTACT: '告知、答复举报人', VERIFICATION: '向举报人核实情况', PROTECTION: '保护举报人', LAWFUL_REQUEST: '有权机关依法调取' } as const;
export type AccessPurpose = keyof typeof ACCESS_PURPOSES;

/** 举报人身份封存: the identity itself lies in the vault, never here. Stream `reporter-<complaintId>`. */
export type ReporterSealed = Fact<
  'ReporterSealed',
  {
    /** Id of the subject in the vault; says nothing about the person. */
    readonly subject: string;
    /** Which members are known, never what they say. */
    readonly fields: readonly IdentityField[];
    /** HMAC-SHA256 of the identity under a secret of the vault, in hexadecimal: what is opened later is what was sealed. */
    readonly commitment: string;
  }
>;

/** 申请查阅举报人身份 */
export type ReporterAccessRequested = Fact<'ReporterAccessRequested', { readonly accessPurpose: AccessPurpose; readonly reason: string }>;

/** 同意查阅: by a second person, for whom it was asked for, until the instant. */
export type ReporterAccessApproved = Fact<'ReporterAccessApproved', { readonly reader: string; readonly until: Instant }>;

/** 不同意查阅 */
export type ReporterAccessDenied = Fact<'ReporterAccessDenied', { readonly reason: string }>;

/** 查阅举报人身份: written before anything is shown. */
export type ReporterIdentityOpened = Fact<'ReporterIdentityOpened', ReporterSealed['data'] & { readonly accessPurpose: AccessPurpose; readonly reason: string }>;

/** 提议销毁举报人身份 */
export type ReporterErasureProposed = Fact<'ReporterErasureProposed', { readonly reason: string }>;

/** 销毁举报人身份: the keys of all these subjects go, by the decision of two persons. */
export type ReporterErased = Fact<'ReporterErased', { readonly subjects: readonly string[]; readonly reason: string }>;

export type ReporterEvent =
  | ReporterSealed
  | ReporterAccessRequested
  | ReporterAccessApproved
  | ReporterAccessDenied
  | ReporterIdentityOpened
  | ReporterErasureProposed
  | ReporterErased;

const PROTECTED = ['R3.1(三)', 'R4.2(二)'] as const;

export const reporterBasis: Readonly<Record<ReporterEvent['type'], readonly string[]>> = {
  ReporterSealed: PROTECTED,
  ReporterAccessRequested: PROTECTED,
  ReporterAccessApproved: PROTECTED,
  ReporterAccessDenied: PROTECTED,
  ReporterIdentityOpened: PROTECTED,
  ReporterErasureProposed: PROTECTED,
  ReporterErased: PROTECTED,
};
