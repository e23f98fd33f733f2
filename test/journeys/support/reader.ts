import type { Reply, TestServer } from '#test/support/test-server';

interface Named {
  readonly command: string;
  readonly due?: { readonly date: string };
}

/** What a persona reads, once all that follows from what was done has happened. Paths are below `/v1/`. */
export class Reader {
  constructor(
    protected readonly server: TestServer,
    readonly persona: string,
  ) {}

  protected get(path: string): Promise<Reply> {
    return this.server.as(this.persona).get(`/v1/${path}`);
  }

  async reads(path: string): Promise<Reply['body']> {
    await this.server.record.worker.settle();
    const { status, body } = await this.get(path);
    expect([this.persona, path, status]).toEqual([this.persona, path, 200]);
    return body;
  }

  /** The history as it is told to the persona: its sentences. */
  async isTold(path: string): Promise<readonly string[]> {
    return ((await this.reads(`${path}/timeline`)).items as readonly { readonly sentence: string }[]).map(({ sentence }) => sentence);
  }

  /** The document as of an earlier revision. */
  async readsAsOf(path: string, revision: number): Promise<Reply['body']> {
    return (await this.reads(`${path}/as-of?revision=${revision}`)).document;
  }

  /** What the persona has to do: the command, and the day until which. */
  async toDo(query = ''): Promise<readonly string[]> {
    const items = (await this.reads(`todos?limit=100${query}`)).items as readonly Named[];
    return items.map(({ command, due }) => (due === undefined ? command : `${command} ${due.date}`));
  }

  /** A number of the ledger, opened to the events it is the sum of: as sentences. */
  async opens(metric: string, where: Readonly<Record<string, string>> = {}): Promise<{ readonly total: number; readonly sentences: readonly string[] }> {
    const query = new URLSearchParams({ metric, ...where }).toString();
    const { total } = await this.reads(`oversight/numbers?${query}`);
    const behind = await this.reads(`oversight/events?limit=100&${query}`);
    const items = behind.items as readonly { readonly delta: number; readonly event: { readonly sentence: string } }[];
    expect([metric, behind.total, items.reduce((sum, { delta }) => sum + delta, 0)]).toEqual([metric, total, total]);
    return { total: total as number, sentences: items.map(({ event }) => event.sentence) };
  }
}
