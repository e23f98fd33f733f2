import { allOf, before, type Invariant, inStream, unless } from '#test/properties/typed-log';

/** 5: a measure comes after the submitted record it rests on, and after its review. */
export const measuresRestOnRecords: Invariant = (log) =>
  allOf(log, 'VerificationOpened', 'AdmonitoryTalkHeld', 'ReminderLetterIssued', 'QualityBulletinIssued').flatMap((event) => {
    const earlier = inStream(before(log, event), event.stream);
    return (['RecordSubmitted', 'RecordReviewed'] as const).flatMap((type) => unless(allOf(earlier, type).length > 0, event, `no ${type} before`));
  });
