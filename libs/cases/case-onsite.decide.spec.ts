import { accessRules } from '#libs/access/access.rules';
import { caseRules } from '#libs/cases/case.rules';
import { groupRules } from '#libs/cases/case-group.rules';
import { onSiteRules } from '#libs/cases/case-onsite.rules';
import { after, at, before, dataOf, fuzhou, supervisor, through } from '#libs/cases/case-story';

const present = { present: ['s-1', 's-2'] };
const minutes = { minutes: '听取意见', evidence: [] };
const summary = { summary: '查看考场', evidence: [] };

describe('before the visit', () => {
  it('a group and the end of the self-assessment are needed', () => {
    after(before('FormGroup'), supervisor(1), at('03-02')).when('StartOnSite', present).expectRefusal(groupRules.GroupStands);
    after(through('FormGroup'), supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
    after(through('ServeSupervisionNotice'), supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
  });

  it('only members of the group start it, and name only members', () => {
    after(through('SubmitSelfReport'), fuzhou, at('03-23')).when('StartOnSite', present).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(through('SubmitSelfReport'), supervisor(1), at('03-23')).when('StartOnSite', { present: ['s-1', 's-9'] }).expectRefusal(onSiteRules.PresentAreMembers);
  });

  it('a day outside the plan is recorded as such', () => {
    const started = (day: string) => dataOf(after(through('SubmitSelfReport'), supervisor(1), at(day)).when('StartOnSite', present).facts, 'OnSiteStarted').outsidePlan;
    expect([started('03-22'), started('03-23'), started('03-24'), started('03-25')]).toEqual([true, false, false, true]);
  });

  it('hearing and ending wait for the start', () => {
    after(through('SubmitSelfReport'), supervisor(1), at('03-23')).when('HearViews', minutes).expectRefusal(onSiteRules.ViewsAreHeardOnSite);
    after(through('SubmitSelfReport'), supervisor(1), at('03-23')).when('EndOnSite', summary).expectRefusal(onSiteRules.OnSiteEndsAfterItStarted);
  });
});

describe('on site', () => {
  it('starts once, hears once, and ends only after hearing', () => {
    after(through('StartOnSite'), supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
    after(through('StartOnSite'), supervisor(1), at('03-23')).when('EndOnSite', summary).expectRefusal(onSiteRules.ViewsPrecedeTheEnd);
    after(through('HearViews'), supervisor(1), at('03-23')).when('HearViews', minutes).expectRefusal(onSiteRules.ViewsAreHeardOnSite);
    after(through('EndOnSite'), supervisor(1), at('03-24')).when('EndOnSite', summary).expectRefusal(onSiteRules.OnSiteEndsAfterItStarted);
  });

  it('may be written down later, but not out of order', () => {
    const later = after(through('StartOnSite'), supervisor(1), at('03-25'), at('03-23', 11)).when('HearViews', minutes);
    later.expectTypes(['ViewsHeard']);
    after(through('StartOnSite'), supervisor(1), at('03-25'), at('03-22')).when('HearViews', minutes).expectRefusal(caseRules.StepsFollowInTime);
    after(through('SubmitSelfReport'), supervisor(1), at('03-25'), at('03-01')).when('StartOnSite', present).expectRefusal(caseRules.StepsFollowInTime);
  });

  it('its end starts the thirty days for the opinion, counted from when it happened', () => {
    const { facts } = after(through('HearViews'), supervisor(1), at('03-26'), at('03-24')).when('EndOnSite', summary);
    const { opinionDue } = dataOf(facts, 'OnSiteEnded');
    expect([opinionDue.kind, opinionDue.start, opinionDue.date]).toEqual(['CD', '2026-03-24', '2026-04-23']);
  });
});
