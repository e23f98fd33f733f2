import { numberingDecider } from '#libs/cases/numbering.decide';
import { numberingRules } from '#libs/cases/numbering.rules';
import { fuzhou, province, school } from '#libs/cases/case-story';
import { given } from '#libs/event-sourcing/given';

const taken = (year: number, serial: number, holder: string) => ({ type: 'NumberTaken' as const, data: { year, serial, holder } });
const now = '2026-12-31T15:59:59.999Z';
const newYear = '2026-12-31T16:00:00.000Z';

describe('taking a number', () => {
  it('starts with one and goes on without gaps', () => {
    given(numberingDecider).about('OPINION-3501').by(fuzhou).at(now).when('TakeNumber', { holder: 'case-a' }).expectFacts([taken(2026, 1, 'case-a')]);
    given(numberingDecider, [taken(2026, 1, 'case-a')]).about('OPINION-3501').by(fuzhou).at(now).when('TakeNumber', { holder: 'case-b' })
      .expectFacts([taken(2026, 2, 'case-b')]);
  });

  it('starts anew with the year of Fujian', () => {
    given(numberingDecider, [taken(2026, 1, 'case-a')]).about('OPINION-3501').by(fuzhou).at(newYear).when('TakeNumber', { holder: 'case-b' })
      .expectFacts([taken(2027, 1, 'case-b')]);
  });

  it('gives a holder one number a year', () => {
    const held = given(numberingDecider, [taken(2026, 1, 'case-a'), taken(2026, 2, 'case-b')]).about('OPINION-3501').by(fuzhou);
    held.at(now).when('TakeNumber', { holder: 'case-a' }).expectFacts([]);
    held.at(newYear).when('TakeNumber', { holder: 'case-a' }).expectFacts([taken(2027, 1, 'case-a')]);
  });

  it('gives the draws of agencies a series of their area', () => {
    given(numberingDecider).about('INTERNAL_DRAW-3501').by(school).at(now).when('TakeNumber', { holder: 'draw-a' }).expectFacts([taken(2026, 1, 'draw-a')]);
  });

  it.each([
    [province, 'OPINION-3501'],
    [school, 'OPINION-3501'],
    [fuzhou, 'LETTER-3501'],
    [fuzhou, 'toString-3501'],
    [fuzhou, 'OPINION-3501-x'],
  ])('is for a centre, in its own series: %j in %s', (by, series) => {
    given(numberingDecider).about(series).by(by).at(now).when('TakeNumber', { holder: 'case-a' }).expectRefusal(numberingRules.CenterNumbersItsOwnDocuments);
  });
});
