import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CloseDraw, CompleteDraw, PrepareDraw, ReplaceMember } from '#libs/draws/draw.commands';
import { RegisterDrawKey, RetireDrawKey } from '#libs/draws/draw-key.commands';

type Command = new () => object;

/** Members that are wrong, by name. */
async function wrong(command: Command, body: object): Promise<readonly string[]> {
  const errors = await validate(plainToInstance(command, body), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return errors.map(({ property }) => property);
}

const caseId = '01930000-0000-7000-8000-00000000ca5e';
const publicKey = 'ab'.repeat(32);
const replacing = { caseId, supervisorId: 's-1', reason: 'RECUSED' };

describe('the shape of the commands of draws', () => {
  it.each<[Command, object]>([
    [PrepareDraw, { caseId }], [PrepareDraw, { caseId, scope: 'PROVINCE', k: 3 }], [CompleteDraw, { proof: 'ab'.repeat(80) }],
    [ReplaceMember, replacing], [CloseDraw, { cause: 'SUPERVISION_CANCELLED' }], [RegisterDrawKey, { publicKey }], [RetireDrawKey, { publicKey, reason: '更换' }],
  ])('%p takes what it should', async (command, body) => {
    expect(await wrong(command, body)).toEqual([]);
  });

  it.each<[Command, object, string]>([
    [PrepareDraw, { caseId: '-a' }, 'caseId'], [PrepareDraw, { caseId: 'a'.repeat(62) }, 'caseId'], [PrepareDraw, { caseId, scope: 'CITY' }, 'scope'],
    [PrepareDraw, { caseId, k: 0 }, 'k'], [PrepareDraw, { caseId, k: 21 }, 'k'], [PrepareDraw, { caseId, k: 3.5 }, 'k'], [PrepareDraw, { caseId, supervisorId: 's-1' }, 'supervisorId'],
    [CompleteDraw, { proof: 'ab'.repeat(79) }, 'proof'], [CompleteDraw, { proof: 'AB'.repeat(80) }, 'proof'],
    [ReplaceMember, { ...replacing, reason: 'DISLIKED' }, 'reason'], [ReplaceMember, { ...replacing, substitute: 's-2' }, 'substitute'], [CloseDraw, { cause: 'MOOD' }, 'cause'],
    [RegisterDrawKey, { publicKey: publicKey.toUpperCase() }, 'publicKey'], [RetireDrawKey, { publicKey, reason: '' }, 'reason'],
  ])('%p refuses %j', async (command, body, member) => {
    expect(await wrong(command, body)).toEqual([member]);
  });
});
