import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { finished } from 'node:stream/promises';
import { literalIn, type WebhookHosts } from '#libs/webhooks/webhook-hosts';

/**
 * How an attempt ended: 2xx; 410, never to be tried again; any other status, redirects among them; no answer in time; no
 * connection, or one that broke; an address to which nothing may be sent.
 */
export type AttemptOutcome = 'DELIVERED' | 'GONE' | 'REJECTED' | 'TIMED_OUT' | 'UNREACHABLE' | 'BARRED';

export interface Attempt {
  readonly outcome: AttemptOutcome;
  /** Of the answer, where there was one. */
  readonly status?: number;
  readonly milliseconds: number;
}

export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one delivery. Never throws: what went wrong is the outcome. */
export type Post = (post: WebhookPost, signal: AbortSignal) => Promise<Attempt>;

export interface PostLimits {
  /** Milliseconds for the whole of it, names and TLS included. */
  readonly timeLimit?: number;
  /** Greatest number of bytes of the answer that are taken before the connection is dropped. */
  readonly answerLimit?: number;
  /** Addresses of a name; the system's resolver unless said. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

const TIME_LIMIT_MS = 5_000;
const ANSWER_LIMIT_BYTES = 16 * 1024;

class Barred extends Error {}

type Ending = Omit<Attempt, 'milliseconds'>;

/** Over https, without redirects, only to allowed hosts, and only to allowed addresses: these are checked as the connection is made. */
export function webhookPost(hosts: WebhookHosts, { timeLimit = TIME_LIMIT_MS, answerLimit = ANSWER_LIMIT_BYTES, resolve = (name) => lookup(name, { all: true }) }: PostLimits = {}): Post {
  const send = async ({ url: text, headers, body }: WebhookPost, stopping: AbortSignal): Promise<Ending> => {
    const url = new URL(text);
    const literal = literalIn(url.hostname);
    if (!hosts.allows(url) || (literal !== undefined && !hosts.mayReach(url, literal))) return { outcome: 'BARRED' };
    const late = AbortSignal.timeout(timeLimit);
    const options = { method: 'POST', headers, agent: false, signal: AbortSignal.any([late, stopping]), lookup: lookupFor(url, hosts, resolve) };
    try {
      const answer = await answerTo(url, options, body);
      await drained(answer, answerLimit);
      return endingOf(answer.statusCode ?? 0);
    } catch (error) {
      if (error instanceof Barred) return { outcome: 'BARRED' };
      return { outcome: late.aborted ? 'TIMED_OUT' : 'UNREACHABLE' };
    }
  };
  return async (post, stopping) => {
    const from = performance.now();
    const ending = await send(post, stopping);
    return { ...ending, milliseconds: Math.round(performance.now() - from) };
  };
}

/** Every address of the name must be allowed: none is chosen from among them. */
function lookupFor(url: URL, hosts: WebhookHosts, resolve: NonNullable<PostLimits['resolve']>): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        const isAllowed = first !== undefined && addresses.every(({ address }) => hosts.mayReach(url, address));
        if (!isAllowed) callback(new Barred(), []);
        else if (all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

const answerTo = (url: URL, options: RequestOptions, body: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve).on('error', reject).end(body);
  });

/** What follows the status is not looked at; a receiver that ends in time and in measure sees an orderly end. */
async function drained(answer: IncomingMessage, limit: number): Promise<void> {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limit) answer.destroy();
  });
  await finished(answer).catch(() => undefined);
}

function endingOf(status: number): Ending {
  if (status >= 200 && status < 300) return { outcome: 'DELIVERED', status };
  return { outcome: status === 410 ? 'GONE' : 'REJECTED', status };
}
