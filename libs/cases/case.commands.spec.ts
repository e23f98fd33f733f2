import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AcceptAssignment, FormGroup, SeatSubstitute } from '#libs/cases/case-group.commands';
import { DefineMatters, OpenSpecialSupervision } from '#libs/cases/case-intake.commands';
import { EndOnSite, HearViews, StartOnSite } from '#libs/cases/case-onsite.commands';
import { FormPreliminaryOpinion, IssueOpinion, SubmitDefence } from '#libs/cases/case-opinion.commands';
import { SubmitRectificationReport } from '#libs/cases/case-rectification.commands';
import { acceptance, evidence, member, opening, opinion, preliminary, report } from '#libs/cases/case-story';

type Command = new () => object;
const STRICT = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** Members that are wrong, by name. */
async function wrong(command: Command, body: object): Promise<readonly string[]> {
  const errors = await validate(plainToInstance(command, body), STRICT);
  return errors.map(({ property }) => property);
}

describe('the shape of the commands', () => {
  it.each<[string, Command, object]>([
    ['OpenSpecialSupervision', OpenSpecialSupervision, opening],
    ['SeatSubstitute', SeatSubstitute, { drawId: 'd-1', leaving: 's-1', substitute: member(2) }],
    ['AcceptAssignment', AcceptAssignment, acceptance],
    ['FormGroup', FormGroup, { leader: 's-1', exception: { reason: '人员不足', approvedBy: 'chief' } }],
    ['HearViews', HearViews, { minutes: '记录', evidence: [evidence('ev-1')], occurredAt: '2026-03-23T02:00:00.000Z' }],
    ['FormPreliminaryOpinion', FormPreliminaryOpinion, preliminary],
    ['IssueOpinion', IssueOpinion, opinion],
    ['SubmitRectificationReport', SubmitRectificationReport, report],
  ])('%s takes what the story sends', async (_name, command, body) => {
    expect(await wrong(command, body)).toEqual([]);
  });

  it.each<[string, Command, object, string]>([
    ['a date that is no date', OpenSpecialSupervision, { ...opening, onSiteFrom: '2026-3-1' }, 'onSiteFrom'],
    ['a content item that is not in the table', DefineMatters, { matters: [{ item: 'C2.11' }] }, 'matters'],
    ['no matter at all', DefineMatters, { matters: [] }, 'matters'],
    ['a moment without milliseconds', StartOnSite, { present: ['s-1'], occurredAt: '2026-03-23T02:00:00Z' }, 'occurredAt'],
    ['a moment that does not exist', StartOnSite, { present: ['s-1'], occurredAt: '2026-02-30T02:00:00.000Z' }, 'occurredAt'],
    ['a member twice', StartOnSite, { present: ['s-1', 's-1'] }, 'present'],
    ['evidence without its digest', EndOnSite, { summary: '情况', evidence: [{ ...evidence('ev-1'), sha256: 'abc' }] }, 'evidence'],
    ['a nested member that is unknown', FormPreliminaryOpinion, { ...preliminary, findings: [{ ...preliminary.findings[0], score: 3 }] }, 'findings'],
    ['a defence without points', SubmitDefence, { points: [], evidence: [], isFinal: true }, 'points'],
    ['an answer without evidence', SubmitRectificationReport, { answers: [{ demandNo: 1, measures: '已整改', evidence: [] }] }, 'answers'],
    ['facts of more than 600 characters', IssueOpinion, { ...opinion, findings: [{ ...opinion.findings[0], facts: '收'.repeat(601) }] }, 'findings'],
  ])('refuses %s', async (_what, command, body, member) => {
    expect(await wrong(command, body)).toEqual([member]);
  });
});
