import { Transform } from 'class-transformer';

/** A whole number in a query, in plain decimals; anything else stays text and fails `@IsInt`. */
export const Decimal = (): PropertyDecorator =>
  Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value));
