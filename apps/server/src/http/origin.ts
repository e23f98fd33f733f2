import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { actorOf } from '#apps/server/src/http/actor-guard';
import { invalidInput } from '#apps/server/src/http/problem';
import { idSchema } from '#apps/server/src/http/schemas';
import type { Envelope } from '#libs/event-sourcing/envelope';
import type { Actor, Revision } from '#libs/event-sourcing/event';
import { idFromText } from '#libs/event-sourcing/ids';

/** All that a request says about a command beside its body. */
export class Origin implements Omit<Envelope, 'body'> {
  constructor(
    readonly name: string,
    readonly target: string,
    readonly actor: Actor,
    readonly commandId: string,
    readonly expected: Revision | undefined,
    /** The trace of the request, so that what follows from it can be found. */
    readonly correlationId: string,
  ) {}
}

export interface CommandOfRoute {
  readonly name: string;
  /** Path parameter that names what the command is about. */
  readonly parameter: string;
}

export const COMMAND = 'command';

export const From = createParamDecorator((_data: unknown, context: ExecutionContext): Origin => {
  const command = Reflect.getMetadata(COMMAND, context.getHandler()) as CommandOfRoute;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const target = idIn(request, command.parameter);
  const actor = actorOf(request);
  return new Origin(command.name, target, actor, commandIdOf(request, actor, command.name, target), expectedIn(request, target), request.id);
});

/** @throws HttpProblem invalid-input */
export function idIn(request: FastifyRequest, parameter: string, pattern = new RegExp(idSchema(parameter).pattern)): string {
  const id = (request.params as Readonly<Record<string, string>>)[parameter];
  if (id === undefined || !pattern.test(id)) throw invalidInput([{ parameter, check: 'matches', detail: '格式不对' }]);
  return id;
}

/** The same key of the same person for the same command on the same thing is the same command. */
function commandIdOf(request: FastifyRequest, actor: Actor, name: string, target: string): string {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return v7();
  const key = /^"?([\x21\x23-\x7e]{1,255})"?$/.exec(String(given))?.[1];
  if (key === undefined) throw invalidInput([{ header: 'Idempotency-Key', check: 'matches', detail: '应当是 1 至 255 个可见字符' }]);
  return idFromText([actor.person, name, target, key].join('\n'));
}

function expectedIn(request: FastifyRequest, target: string): Revision | undefined {
  const given = request.headers['if-match'];
  if (given === undefined) return undefined;
  const [, stream, revision] = /^"([^"@]+)@(\d{1,9})"$/.exec(given) ?? [];
  const about = stream?.slice(stream.indexOf('-') + 1);
  if (about !== target) throw invalidInput([{ header: 'If-Match', check: 'matches', detail: '应当是所办记录的 ETag' }]);
  return Number(revision);
}
