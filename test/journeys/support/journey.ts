import { announceDrawKey } from '#test/support/draws';
import { appointInternalSupervisor, appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';
import { Reader } from '#test/journeys/support/reader';

export const SCHOOL = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
export const evidence = (evidenceId: string) => ({ evidenceId, title: '现场材料', sha256: 'a'.repeat(64), classification: 'INTERNAL' });

/** Somebody who acts and reads over HTTP, by the token of a persona. Paths are below `/v1/`. */
export class Somebody extends Reader {
  /** A command that must be taken, and all that follows from it by itself. */
  async does(path: string, body: object = {}): Promise<void> {
    const reply = await this.post(path, body);
    expect([this.persona, path, reply.status < 300, reply.body]).toEqual([this.persona, path, true, reply.body]);
    await this.server.record.worker.settle();
  }

  /** A command that a rule forbids; `refusal` is `<status> <rule> <article> <sentence>`. */
  async isRefused(refusal: string, path: string, body: object = {}): Promise<void> {
    const { status, headers, body: problem } = await this.post(path, body);
    const { id, article, sentence } = (problem.rule ?? {}) as Record<string, string | undefined>;
    expect([path, `${status} ${id} ${article} ${sentence}`]).toEqual([path, refusal]);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({ type: `urn:dudao:problem:${status === 403 ? 'not-allowed' : 'rule-refused'}`, status, detail: expect.stringContaining(sentence ?? '') });
  }

  /** To whom the thing is as if it did not exist, whether they read or act. */
  async findsNothingAt(path: string, command?: string): Promise<void> {
    const { status } = command === undefined ? await this.get(path) : await this.post(`${path}/${command}`, {});
    expect([this.persona, path, status]).toEqual([this.persona, path, 404]);
  }

  private post(path: string, body: object) {
    return this.server.as(this.persona).post(`/v1/${path}`, body);
  }
}

/** The real server with its store and its clock, for one story. */
export class Journey {
  private constructor(readonly server: TestServer) {}

  static async begin(): Promise<Journey> {
    return new Journey(await TestServer.start());
  }

  as(persona: string): Somebody {
    return new Somebody(this.server, persona);
  }

  /** It becomes that day, at an hour in Asia/Shanghai; what falls due by then happens. */
  async comes(day: string, hour = 10): Promise<void> {
    this.server.clock.set(new Date(`${day}T${String(hour).padStart(2, '0')}:00:00.000+08:00`).toISOString());
    await this.server.record.worker.settle();
  }

  /** Agencies of 福州. */
  async schools(...agencyIds: readonly string[]): Promise<void> {
    for (const agencyId of agencyIds) await this.as('fuzhou').does(`agencies/${agencyId}/register-agency`, SCHOOL);
  }

  /** External supervisors of 福州 with a card, and a key to draw them by. */
  async supervisors(...names: readonly string[]): Promise<void> {
    await receiveBlankCards(this.server);
    await announceDrawKey(this.server);
    for (const name of names) await appointSupervisor(this.server, name);
    await this.server.record.worker.settle();
  }

  /** Internal supervisors of an agency, with a card. */
  async internals(agencyId: string, ...names: readonly string[]): Promise<void> {
    await announceDrawKey(this.server);
    for (const name of names) await appointInternalSupervisor(this.server, name, agencyId);
    await this.server.record.worker.settle();
  }

  async end(): Promise<void> {
    await this.server.close();
  }
}

/** One journey for the enclosing `describe`: its steps follow each other. */
export function aJourney(begin: (journey: Journey) => Promise<void> = async () => undefined): () => Journey {
  let journey: Journey | undefined;
  beforeAll(async () => {
    journey = await Journey.begin();
    await begin(journey);
  }, 30_000);
  afterAll(() => journey?.end());
  return () => {
    if (journey === undefined) throw new Error('no journey outside a test');
    return journey;
  };
}
