import { Transform } from 'class-transformer';

/** `true` or `false` in a query; anything else stays text and fails `@IsBoolean`. */
export const Flag = (): PropertyDecorator =>
  Transform(({ value }: { readonly value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
