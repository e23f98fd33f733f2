import { about, type Step } from '#test/recorded-events/step';
import { fuzhou, province } from '#libs/cases/case-story';

const second = { ...fuzhou, person: 'reviewer-3501' };
const agency = { name: '旧档案技校(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2021-08-10' };

/** A complaint of 2021: archived, read, kept longer, and destroyed at the end, with who complained. */
function disposed(): readonly Step[] {
  const complaint = about('long-ago');
  const reporter = about('long-ago');
  const archive = about('complaint-long-ago');
  return [
    about('agency-long-ago')('2021-08-10', fuzhou, 'RegisterAgency', agency),
    complaint('2021-09-01', fuzhou, 'ReceiveComplaint', { channel: 'LETTER', isAnonymous: false, agencyId: 'agency-long-ago', content: '收费未公示', accused: [] }),
    reporter('2021-09-01', fuzhou, 'SealReporter', { subject: 'v-long-ago', fields: ['name'], commitment: 'b'.repeat(64) }),
    complaint('2021-09-01', fuzhou, 'RegisterComplaint'),
    complaint('2021-09-02', fuzhou, 'RejectComplaint', { reason: '已由价格部门办理' }),
    complaint('2021-09-03', fuzhou, 'NotifyReporter', { text: '已由价格部门办理' }),
    complaint('2021-09-06', fuzhou, 'CloseComplaint'),
    archive('2021-09-08', fuzhou, 'SealArchivePackage'),
    archive('2022-03-01', province, 'AccessArchive', { reason: '年度抽查举报办理情况' }),
    archive('2026-09-08', fuzhou, 'ExtendArchiveRetention', { keepUntil: '2026-12-04', reason: '待年度档案鉴定会' }),
    archive('2026-12-07', fuzhou, 'ProposeArchiveDisposal', { appraisal: '保管期满,无继续保存价值' }),
    archive('2026-12-09', second, 'ConfirmArchiveDisposal'),
  ];
}

export const archivesStory: readonly Step[] = [
  ...disposed(),
  about('case-rectified')('2026-05-20', fuzhou, 'SealArchivePackage'),
  about('daily-daily-unmeasured')('2026-07-20', fuzhou, 'SealArchivePackage'),
];
