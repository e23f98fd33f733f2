import { type Area, isArea } from '#libs/regulation/areas';
import { DOCUMENT_KINDS, type DocumentKind } from '#libs/regulation/numbers';

/** One numbering: of a centre and a kind of document. Its stream is `numbers-<name>`. */
export interface NumberSeries {
  readonly kind: DocumentKind;
  readonly center: Area;
}

export const seriesName = ({ kind, center }: NumberSeries): string => `${kind}-${center}`;

const isKind = (text: string): text is DocumentKind => Object.hasOwn(DOCUMENT_KINDS, text);

/** Undefined for a text that is no name of a series. */
export function parseSeries(name: string): NumberSeries | undefined {
  const [kind = '', center = '', ...rest] = name.split('-');
  return isKind(kind) && isArea(center) && rest.length === 0 ? { kind, center } : undefined;
}
