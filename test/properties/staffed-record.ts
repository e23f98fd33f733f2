import { idFromText } from '#libs/event-sourcing/ids';
import { neglect } from '#libs/supervisors/supervisor-story';
import type { Ask } from '#test/properties/ask';
import { paperOf } from '#test/properties/ask-credential';
import { publishCalendar, receiveCards, registerAgency, registerKey } from '#test/properties/ask-foundation';
import { internalStaff } from '#test/properties/ask-session';
import { type Disk, FilesDisk, MemoryDisk } from '#test/properties/disk';
import { LivingRecord } from '#test/properties/living-record';
import { AGENCIES } from '#test/properties/province';
import { type Scene, sceneOf, States } from '#test/properties/states';

/** From the application to the card. */
const WAY = ['apply', 'confirm', 'enrol', 'exam', 'appoint', 'issue'] as const;

export const carded = (no: number): readonly ((scene: Scene) => Ask)[] => WAY.map((paper) => (scene) => paperOf(no, scene, paper));

/** A proposal of the second level, which the dice of told papers would not make. */
export const serious = (no: number, scene: Scene): Ask => {
  const proposal = paperOf(no, scene, 'propose');
  return { ...proposal, body: { ...proposal.body, proposes: 'QUALIFICATION_CANCELLED', grounds: { severity: 'SERIOUS', findings: [neglect] } } };
};

/** Day by day: the terms of the first end within the histories; no calendar of 2026 is published yet. */
const TOLD: readonly (readonly [day: string, asks: readonly ((scene: Scene) => Ask)[]])[] = [
  ['2023-05-10', [receiveCards(13, '入库'), registerKey(), ...AGENCIES.map((_agency, index) => registerAgency(index))].map((told) => () => told)],
  ['2023-05-11', [2023, 2024, 2025].map((year) => () => publishCalendar(year, 0))],
  ['2023-05-12', [...carded(1), ...carded(2)]],
  // One of them is barred, and may be back with another credential.
  ['2023-05-15', [...carded(8), (scene) => serious(8, scene), (scene) => paperOf(8, scene, 'decide')]],
  ['2026-01-15', [...[3, 4, 5, 6, 7].flatMap(carded), ...internalStaff()]],
];

/** A disk with a province on it that has agencies, eight supervisors, one of them barred, blank cards and a key: histories begin with copies. */
export async function staffed(disk: Disk): Promise<Disk> {
  const living = await LivingRecord.open('2023-05-10T02:00:00.000Z', (request, reason) => { throw new Error(request.name, { cause: reason }); }, disk);
  const states = new States();
  let sent = 0;
  for (const [day, asks] of TOLD) {
    living.clock.set(`${day}T02:00:00.000Z`);
    for (const next of asks) {
      await states.catchUp(living.record.events);
      await living.record.commands.handle({ ...next(sceneOf(states, living.clock.now(), (sent += 1))), commandId: idFromText(`staff ${sent}`) });
    }
    await living.record.worker.settle();
  }
  await living.close();
  return disk;
}

/** What histories begin with: most of them in memory, where they are played three times as fast, some on files. */
export class Beginnings {
  private constructor(private readonly staffedOf: Readonly<Record<'files' | 'memory', Disk>>) {}

  static async made(): Promise<Beginnings> {
    return new Beginnings({ files: await staffed(new FilesDisk()), memory: await staffed(new MemoryDisk()) });
  }

  disk(onFiles: boolean, isStaffed: boolean): Disk {
    if (isStaffed) return this.staffedOf[onFiles ? 'files' : 'memory'].copy();
    return onFiles ? new FilesDisk() : new MemoryDisk();
  }

  remove(): void {
    this.staffedOf.files.remove();
  }
}
