import type { Fact, RecordedEvent } from '#libs/event-sourcing/event';

/** One sentence for each kind of fact: forgetting one does not compile. */
export type Sentences<E extends Fact> = { readonly [T in E['type']]: (data: Extract<E, { readonly type: T }>['data']) => string };

/** What an event says to a reader. */
export type Telling = (event: RecordedEvent) => string;

export const telling =
  <E extends Fact>(sentences: Sentences<E>): Telling =>
  ({ type, data }) => {
    const sentence = sentences[type as E['type']] as ((data: object) => string) | undefined;
    if (sentence === undefined) throw new Error(`nothing tells ${type}`);
    return sentence(data);
  };
