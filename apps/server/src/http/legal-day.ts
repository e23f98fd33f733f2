import { ValidateBy } from 'class-validator';
import { isLegalDate } from '#libs/regulation/legal-date';

/** A day that exists, `YYYY-MM-DD` in Asia/Shanghai. */
export const LegalDay = (): PropertyDecorator =>
  ValidateBy({ name: 'isLegalDate', validator: { validate: (value) => typeof value === 'string' && isLegalDate(value) } });
