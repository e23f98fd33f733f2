import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { History } from '#apps/server/src/http/history';
import { HttpProblem } from '#apps/server/src/http/problem';
import type { Readable } from '#apps/server/src/http/readable';
import type { Scalar } from '#libs/event-sourcing/document-store';
import type { Actor, GlobalPosition, LegalDate } from '#libs/event-sourcing/event';
import { endOfDay } from '#libs/regulation/legal-date';

/** One record of a file: it opens to the document, and to the events that made it. */
export interface FileEntry {
  readonly id: string;
  /** Day on which it began; empty where it has none. */
  readonly on: LegalDate | '';
  readonly title: string;
  readonly state: string;
  /** Particulars that a reader looks for first. */
  readonly marks: readonly string[];
  readonly href: string;
  readonly timeline: string;
}

/** Records of one kind, oldest first, as far as the reader may see them. */
export interface FilePart {
  readonly name: string;
  readonly label: string;
  readonly entries: readonly FileEntry[];
}

/** Where records of one kind are found, and what is said of each. */
export interface PartOf<D extends object = object> {
  readonly name: string;
  readonly label: string;
  from(actor: Actor): Readable<D>;
  where(id: string, actor: Actor): Readonly<Record<string, Scalar>>;
  /** Path below `/v1/` of the documents. */
  path(actor: Actor): string;
  /** Undefined: the record does not belong to the file. */
  said(document: D): Omit<FileEntry, 'href' | 'timeline'> | undefined;
}

/** A part of its own documents as one of many. */
export const partOf = <D extends object>(part: PartOf<D>): PartOf => part as unknown as PartOf;

/** What a part reads of a document, and what a year line adds up. */
export interface Read {
  readonly part: PartOf;
  readonly documents: readonly { readonly document: object; readonly entry: FileEntry }[];
}

interface Asked {
  readonly actor: Actor;
  readonly id: string;
  readonly asOf?: LegalDate | undefined;
  readonly minPosition?: GlobalPosition | undefined;
}

@Injectable()
export class FileParts {
  constructor(
    private readonly queries: QueryBus,
    private readonly history: History,
  ) {}

  /** Each part by the rights of its own list; as of a day, each record is folded again from its events of that day and before. */
  async read(parts: readonly PartOf[], asked: Asked): Promise<readonly Read[]> {
    const read: Read[] = [];
    for (const part of parts) {
      const documents: { document: object; entry: FileEntry }[] = [];
      for await (const now of this.found(part, asked)) {
        const current = part.said(now);
        const document = current === undefined || asked.asOf === undefined ? now : await this.past(part, asked, current.id, asked.asOf);
        const said = document === undefined ? undefined : part.said(document);
        if (document !== undefined && said !== undefined) documents.push({ document, entry: entryOf(part, asked.actor, said) });
      }
      read.push({ part, documents: documents.sort((one, other) => (place(one.entry) < place(other.entry) ? -1 : 1)) });
    }
    return read;
  }

  private async *found(part: PartOf, { actor, id, minPosition }: Asked): AsyncGenerator<object> {
    for (let cursor: string | undefined; ; ) {
      const page = { limit: 200, minPosition, ...(cursor === undefined ? {} : { cursor }) };
      const { items, next } = await this.queries.execute(new FindDocuments(part.from(actor), actor, page as never, { where: part.where(id, actor) }));
      yield* items;
      if (next === null) return;
      cursor = next;
    }
  }

  private async past(part: PartOf, { actor }: Asked, id: string, day: LegalDate): Promise<object | undefined> {
    try {
      const last = new Date(Date.parse(endOfDay(day)) - 1).toISOString();
      return (await this.history.at(part.from(actor), actor, id, { at: last })).document;
    } catch (error) {
      if (error instanceof HttpProblem) return undefined;
      throw error;
    }
  }
}

const place = ({ on, id }: FileEntry): string => `${on} ${id}`;

function entryOf(part: PartOf, actor: Actor, said: Omit<FileEntry, 'href' | 'timeline'>): FileEntry {
  const href = `/v1/${part.path(actor)}/${said.id}`;
  return { ...said, href, timeline: `${href}/timeline` };
}

export const shownPart = ({ part: { name, label }, documents }: Read): FilePart => ({ name, label, entries: documents.map(({ entry }) => entry) });
