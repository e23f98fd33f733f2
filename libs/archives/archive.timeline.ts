import type { ArchiveEvent } from '#libs/archives/archive.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';

const SENTENCES: Sentences<ArchiveEvent> = {
  ArchivePackageSealed: ({ version, events, files, retention }) => `归档封存(第${version}次):事件${events.length}个,文件${files.length}件;${retention.explanation}`,
  ArchiveAccessed: ({ reason }) => `调阅档案:${reason}`,
  ArchiveRetentionExtended: ({ retention }) => retention.explanation,
  ArchiveRetentionEnded: ({ retention }) => `保管期限届满,转入鉴定(${retention.explanation})`,
  ArchiveDisposalProposed: ({ appraisal }) => `鉴定并提议销毁:${appraisal}`,
  ArchiveDisposed: () => '由第二人确认销毁:个人信息密钥已销毁,事件骨架保留',
};

/** 档案的历程 */
export const tellArchive = telling(SENTENCES);
