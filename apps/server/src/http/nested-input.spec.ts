import { getMetadataStorage } from 'class-validator';
import { ShapeValidation } from '#apps/server/src/http/validation';
import { RaiseSupervisionFrequency } from '#libs/cases/supervision-frequency.commands';
import { COMMAND_CLASSES } from '#test/support/command-classes';

/** Members of the commands that are one object, and whether something says that it must be one. */
const single = [...COMMAND_CLASSES.values()].flatMap((command) => {
  const checks = getMetadataStorage().getTargetValidationMetadatas(command, '', false, false);
  const isOf = (name: string, property: string): boolean => checks.some((check) => check.propertyName === property && (check.name ?? check.type) === name);
  const nested = checks.filter(({ type, each }) => type === 'nestedValidation' && !each);
  return nested.map(({ propertyName }) => ({ member: `${command.name}.${propertyName}`, isObject: isOf('isObject', propertyName) }));
});

describe('a member that is one object', () => {
  it('is asked for by every command that has one: what is nested in nothing, or in an empty list, fits any class', () => {
    expect(single.map(({ member }) => member)).toEqual(expect.arrayContaining(['RaiseSupervisionFrequency.scope', 'SubmitRecord.form', 'GiveCriticism.grounds']));
    expect(single.filter(({ isObject }) => !isObject)).toEqual([]);
  });

  it.each([undefined, null, [], [[[[]]]], 'x', 5])('is not %j', async (scope) => {
    const body = { scope, timesPerYear: 1, reasons: '抽查发现问题较多' };
    const sent = new ShapeValidation().transform(body, { type: 'body', metatype: RaiseSupervisionFrequency });
    await expect(sent).rejects.toMatchObject({ problem: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/scope' })]) } });
  });
});
