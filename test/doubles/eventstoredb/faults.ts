import { Metadata, status } from '@grpc/grpc-js';

const CODES = { unavailable: status.UNAVAILABLE, cancelled: status.CANCELLED, denied: status.PERMISSION_DENIED, notLeader: status.NOT_FOUND };
type Refusal = keyof typeof CODES;

/** Calls of the protocol that a fault can meet. */
export type Call = 'append' | 'batchAppend' | 'read' | 'subscribe';

/**
 * What goes wrong:
 * `silent`: no answer and no effect; `silentAfterCommit`: the effect, and no answer; `held`: nothing until `release`;
 * `ends`: the stream of answers ends half-way, as if all were well; `empty`: an answer that says neither yes nor no, on which
 * the client waits for ever; a refusal: that status.
 */
export type Misfortune = 'silent' | 'silentAfterCommit' | 'held' | 'ends' | 'empty' | Refusal;

/** What the parent process may say to the double, one JSON text a line. */
export type Order =
  | { readonly order: 'fail'; readonly call: Call; readonly misfortune: Misfortune; readonly times: number }
  | { readonly order: 'release' }
  | { readonly order: 'dropSubscriptions'; readonly misfortune: 'ends' | 'unavailable' }
  | { readonly order: 'count' };

/** Misfortunes that wait for their call, and what was done to the calls so far. */
export class Faults {
  private readonly waiting: { readonly call: Call; readonly misfortune: Misfortune }[] = [];
  private held: (() => void)[] = [];
  readonly calls: Record<Call, number> = { append: 0, batchAppend: 0, read: 0, subscribe: 0 };

  add(call: Call, misfortune: Misfortune, times: number): void {
    for (let time = 0; time < times; time += 1) this.waiting.push({ call, misfortune });
  }

  next(call: Call): Misfortune | undefined {
    this.calls[call] += 1;
    const at = this.waiting.findIndex((fault) => fault.call === call);
    return at === -1 ? undefined : this.waiting.splice(at, 1)[0]?.misfortune;
  }

  hold(work: () => void): void {
    this.held.push(work);
  }

  release(): void {
    for (const work of this.held.splice(0)) work();
  }
}

export const isRefusal = (misfortune: Misfortune | undefined): misfortune is Refusal => misfortune !== undefined && misfortune in CODES;

/** A status as the server words it; whoever is not the leader says who is. */
export function refusal(kind: Refusal, port: number) {
  const metadata = new Metadata();
  if (kind === 'denied') metadata.set('exception', 'access-denied');
  if (kind === 'notLeader') {
    metadata.set('exception', 'not-leader');
    metadata.set('leader-endpoint-host', '127.0.0.1');
    metadata.set('leader-endpoint-port', String(port));
  }
  return { code: CODES[kind], details: `${kind} on demand`, metadata };
}
