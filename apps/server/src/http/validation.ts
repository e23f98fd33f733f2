import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { escaped } from '#apps/server/src/http/plain-input';
import { type Fault, type FaultPlace, invalidInput } from '#apps/server/src/http/problem';

/** Failed checks of one argument, before it is known where in the request the argument comes from. */
class FailedChecks extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('the input does not fit its class');
  }
}

/** Shape of bodies and queries, as the decorators of their classes say; what they do not name is refused. */
@Injectable()
export class ShapeValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new FailedChecks(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      if (metadata.type !== 'body') return await super.transform(value, metadata);
      const body = bodyOf(value);
      return hasMembers(metadata.metatype) ? await super.transform(body, metadata) : withoutMembers(body, metadata.metatype);
    } catch (error) {
      if (!(error instanceof FailedChecks)) throw error;
      throw invalidInput(error.errors.flatMap((failed) => faultsOf(failed, metadata.type, '')));
    }
  }
}

/** A request without a body is an empty command. A list would be checked member by member and pass as one body. */
function bodyOf(value: unknown): object {
  if (typeof value === 'object' && !Array.isArray(value)) return value ?? {};
  if (value === undefined) return {};
  throw invalidInput([{ pointer: '', check: 'isObject', detail: '应当是 JSON 对象' }]);
}

/** class-validator calls a class without a decorated member unknown; a command that says nothing but its name is one. */
const hasMembers = (metatype: ArgumentMetadata['metatype']): boolean =>
  metatype === undefined || getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false).length > 0;

function withoutMembers(body: object, metatype: ArgumentMetadata['metatype']): object {
  const extra = Object.keys(body).map((key) => ({ pointer: `/${escaped(key)}`, check: 'whitelistValidation', detail: SENTENCES['whitelistValidation'] ?? '' }));
  if (extra.length > 0 || metatype === undefined) throw invalidInput(extra);
  return new metatype() as object;
}

function faultsOf(error: ValidationError, type: ArgumentMetadata['type'], above: string): readonly Fault[] {
  const pointer = error.property === undefined ? above : `${above}/${escaped(error.property)}`;
  const place: FaultPlace = type === 'body' ? { pointer } : { parameter: pointer.slice(1) };
  const own = Object.keys(error.constraints ?? {}).map((check) => ({ ...place, check, detail: SENTENCES[check] ?? '不符合要求' }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, type, pointer))];
}

/** What a failed check of class-validator means, for the person who filled in the form. */
const SENTENCES: Readonly<Record<string, string>> = {
  arrayMaxSize: '条数过多',
  arrayMinSize: '条数过少',
  arrayNotEmpty: '至少填一条',
  arrayUnique: '不得重复',
  equals: '取值不对',
  isArray: '应当是列表',
  isBoolean: '应当是“是”或者“否”',
  isDateString: '应当是时刻,如 2026-11-24T08:30:00.000Z',
  isDefined: '必须填写',
  isIn: '不在可选范围内',
  isInt: '应当是整数',
  isIso8601: '应当是时刻,如 2026-11-24T08:30:00.000Z',
  isLegalDate: '应当是真实存在的日期,如 2026-11-24',
  isNotEmpty: '必须填写',
  isNumber: '应当是数字',
  isObject: '应当是对象',
  isString: '应当是文字',
  isUuid: '应当是 UUID',
  isLength: '字数不在允许范围内',
  matches: '格式不对',
  max: '数值过大',
  maxLength: '字数过多',
  min: '数值过小',
  minLength: '字数过少',
  nestedValidation: '应当是对象',
  unknownValue: '应当是 JSON 对象',
  whitelistValidation: '没有这个成员',
};
