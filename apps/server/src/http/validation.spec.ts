import type { ArgumentMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString, ValidateNested } from 'class-validator';
import { HttpProblem } from '#apps/server/src/http/problem';
import { ShapeValidation } from '#apps/server/src/http/validation';

class CloseFile {}

class Matter {
  @IsIn(['C2.1'])
  readonly item: string;
}

class DefineMatters {
  @IsString({ each: true })
  readonly names: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Matter)
  readonly matters: Matter[];
}

const validation = new ShapeValidation();
const as = (metatype: ArgumentMetadata['metatype']): ArgumentMetadata => ({ type: 'body', metatype });
const faultsOf = async (value: unknown, metatype: ArgumentMetadata['metatype']): Promise<unknown> =>
  validation.transform(value, as(metatype)).catch((error: HttpProblem) => error.problem.errors);

describe('the shape of a body', () => {
  it('may be empty for a command that says nothing but its name', async () => {
    expect(await validation.transform(undefined, as(CloseFile))).toEqual(new CloseFile());
    expect(await validation.transform({}, as(CloseFile))).toBeInstanceOf(CloseFile);
    expect(await faultsOf({ 'a/b': 1 }, CloseFile)).toEqual([{ pointer: '/a~1b', check: 'whitelistValidation', detail: '没有这个成员' }]);
  });

  it('is checked inside of lists, with a pointer to the member', async () => {
    const faults = await faultsOf({ names: ['a', 1], matters: [{ item: 'C2.1' }, { item: 'C9', extra: 1 }, 5] }, DefineMatters);
    expect(faults).toEqual([
      { pointer: '/names', check: 'isString', detail: '应当是文字' },
      { pointer: '/matters/1/extra', check: 'whitelistValidation', detail: '没有这个成员' },
      { pointer: '/matters/1/item', check: 'isIn', detail: '不在可选范围内' },
      { pointer: '/matters/2', check: 'nestedValidation', detail: '应当是对象' },
    ]);
  });

  it('becomes an instance of its class, and its members of theirs', async () => {
    const body = (await validation.transform({ names: [], matters: [{ item: 'C2.1' }] }, as(DefineMatters))) as DefineMatters;
    expect(body).toBeInstanceOf(DefineMatters);
    expect(body.matters[0]).toBeInstanceOf(Matter);
  });
});
