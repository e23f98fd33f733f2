import type { Reporter } from '#libs/complaints/reporter.evolve';
import { type Ask, ask } from '#test/properties/ask';
import { centerOf, chosen, COMPLAINTS } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const asked = { accessPurpose: 'CONTACT', reason: '告知受理情况' } as const;

type Paper = 'seal' | 'request' | 'approve' | 'deny' | 'open' | 'propose' | 'confirm';

function waitingFor(reporter: Reporter | undefined, isClosed: boolean): readonly Paper[] {
  if (reporter === undefined || reporter.seals.length === 0) return ['seal'];
  if (reporter.erased) return ['confirm', 'seal'];
  if (isClosed) return reporter.erasure === undefined ? ['propose'] : ['confirm'];
  if (reporter.request === undefined) return ['request', 'request', 'seal'];
  return reporter.request.until === undefined ? ['approve', 'approve', 'deny'] : ['open', 'open', 'request'];
}

/** Who complained: by the clerk of the centre that answers for the complaint, and a second person where two are needed. */
export function askOfReporter({ states, sent }: Scene, dice: number, isNatural: boolean): Ask {
  const id = chosen(COMPLAINTS, dice % 5);
  const complaint = states.of('complaint', id);
  const clerk = centerOf(complaint?.holder ?? '3501');
  const second = dice % 7 === 0 ? clerk : { ...clerk, person: `second-${clerk.organisation}` };
  const papers: Readonly<Record<Paper, Ask>> = {
    seal: ask(clerk, 'SealReporter', id, { subject: `v-${sent}`, fields: ['name'], commitment: 'a'.repeat(64) }),
    request: ask(clerk, 'RequestReporterAccess', id, asked),
    approve: ask(second, 'ApproveReporterAccess', id),
    deny: ask(second, 'DenyReporterAccess', id, { reason: '无此必要' }),
    open: ask(clerk, 'OpenReporterIdentity', id),
    propose: ask(clerk, 'ProposeReporterErasure', id, { reason: '已办结' }),
    confirm: ask(second, 'ConfirmReporterErasure', id),
  };
  const all = Object.keys(papers) as Paper[];
  return papers[chosen(isNatural ? waitingFor(states.of('reporter', id), complaint?.stage === 'CLOSED') : all, Math.floor(dice / 5))];
}
