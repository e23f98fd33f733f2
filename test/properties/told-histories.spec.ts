import { fuzhou, opening, province, xiamen } from '#libs/cases/case-story';
import { drawIdOf } from '#libs/draws/draw-id';
import { idFromText } from '#libs/event-sourcing/ids';
import { type Ask, ask } from '#test/properties/ask';
import { agency, INTERNALS } from '#test/properties/ask-session';
import { broken } from '#test/properties/invariants';
import { type Disk, FilesDisk } from '#test/properties/disk';
import { LivingRecord } from '#test/properties/living-record';
import { nameOf } from '#test/properties/play';
import { credentialIdOf, pingtan, secondOf } from '#test/properties/province';
import { carded, serious, staffed } from '#test/properties/staffed-record';
import { type Scene, sceneOf, States } from '#test/properties/states';
import { allOf, asLog } from '#test/properties/typed-log';

const CASE = 'case-own';
type Told = (scene: Scene) => Ask;

const onSite = { onSiteFrom: '2026-03-23', onSiteTo: '2026-03-24' };
const open = (actor: Ask['actor'], agencyId: string, caseId = `case-of-${agencyId}`): Told => () => ask(actor, 'OpenSpecialSupervision', caseId, { ...opening, ...onSite, agencyId });

const OTHER = 9;
const [internal] = INTERNALS;
const ofPerson = (asked: Ask, personId: string): Ask => ('personId' in asked.body ? { ...asked, body: { ...asked.body, personId } } : asked);
const by = (actor: Ask['actor'], target: string, told: Told): Told => (scene) => ({ ...told(scene), actor, target });
const decision: Told = ({ states }) => ask(agency, 'CancelQualification', internal.supervisorId, { decisionNo: '处内1', reasons: '事实清楚', proposalNo: states.of('supervisor', internal.supervisorId)?.proposals.at(-1)?.proposalNo });

/** Histories that come to the rules of which chance comes to seldom, and that break an invariant where one of them is gone. */
describe('told histories over the whole record', () => {
  let staff: Disk;
  let living: LivingRecord;
  const states = new States();
  let sent = 0;
  beforeAll(async () => {
    staff = await staffed(new FilesDisk());
    living = await LivingRecord.open('2026-03-02T02:00:00.000Z', () => undefined, staff.copy());
  }, 60_000);
  afterAll(async () => {
    await living.remove();
    staff.remove();
  });

  /** Each is done before the next comes. What became of each: `taken`, or the refusal by name. */
  async function tell(...told: readonly Told[]): Promise<readonly string[]> {
    const answers: string[] = [];
    for (const next of told) {
      await states.catchUp(living.record.events);
      const request = { ...next(sceneOf(states, living.clock.now(), (sent += 1))), commandId: idFromText(`told ${sent}`) };
      answers.push(await living.record.commands.handle(request).then(() => 'taken', nameOf));
      await living.record.worker.settle();
    }
    return answers;
  }

  it('4: who was barred gets no other credential', async () => {
    const [applies] = carded(secondOf(8));
    expect(await tell(applies as Told)).toEqual(['R4.1-3 PersonIsNotBarred']);
  });

  it('4: who was barred as an internal supervisor is in no pool as an external one', async () => {
    const way = carded(OTHER).map((told): Told => (scene) => ofPerson(told(scene), internal.personId));
    const ended = [by(agency, internal.supervisorId, (scene) => serious(OTHER, scene)), decision];
    expect(new Set(await tell(...way, ...ended))).toEqual(new Set(['taken']));
    living.pass(48);
    expect(await tell(open(province, 'agency-4', CASE), () => ask(province, 'DefineMatters', CASE, { matters: [{ item: 'C2.03' }] }), () => ask(province, 'PrepareDraw', drawIdOf(CASE, 1), { caseId: CASE, scope: 'PROVINCE' }))).toEqual(['taken', 'taken', 'taken']);
    const log = asLog(await living.log());
    const outside = allOf(log, 'PoolFrozen').flatMap(({ data }) => data.pool.exclusions.filter(({ candidateId }) => candidateId === credentialIdOf(OTHER)));
    expect(outside.map(({ reason }) => reason)).toEqual(['BARRED']);
    expect(broken(log)).toEqual([]);
  });

  it('11: a centre acts in its own area only, and on no branch of a central body', async () => {
    const answers = await tell(open(xiamen, 'agency-1'), open(fuzhou, 'agency-2'), open(fuzhou, 'agency-3'), open(fuzhou, 'agency-4'), open(pingtan, 'agency-3', 'case-of-pingtan'));
    expect(broken(asLog(await living.log()))).toEqual([]);
    expect(answers).toEqual([
      'R1.5-3 CenterActsInItsOwnArea', 'R1.5-3 CenterActsInItsOwnArea', 'R1.5-3 CenterActsInItsOwnArea', 'R1.5-2 CentralBranchesBelongToTheProvince', 'taken',
    ]);
  });
});
