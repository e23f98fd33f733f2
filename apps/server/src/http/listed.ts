import { Transform } from 'class-transformer';

/** A list in a query, separated by commas; anything else stays as it is and fails the checks of its elements. */
export const Listed = (): PropertyDecorator => Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' ? value.split(',') : value));
