import { applyDecorators, HttpCode, Post, SetMetadata, type Type, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { COMMAND, type CommandOfRoute } from '#apps/server/src/http/origin';
import { OutcomeHeaders } from '#apps/server/src/http/outcome-headers';
import { answersProblems, ETAG_HEADER, idSchema } from '#apps/server/src/http/schemas';

/** `RegisterAgency` → `register-agency` */
export const kebabCase = (name: string): string => name.replaceAll(/(?<=.)([A-Z])/g, '-$1').toLowerCase();

/**
 * The route of a command: its path, operationId and answers follow from its class. `parameter` is the path parameter
 * that names what the command is about; `answered` the component that describes the answer.
 */
export function CommandRoute(parameter: string, command: Type, answered: 'Outcome' | 'SecretOutcome' | 'ReporterOutcome' | 'ArchiveOutcome' = 'Outcome'): MethodDecorator {
  const answer = { schema: { $ref: `#/components/schemas/${answered}` }, headers: ETAG_HEADER };
  return applyDecorators(
    Post(`:${parameter}/${kebabCase(command.name)}`),
    HttpCode(200),
    SetMetadata(COMMAND, { name: command.name, parameter } satisfies CommandOfRoute),
    UseInterceptors(OutcomeHeaders),
    ApiOperation({ operationId: command.name }),
    ApiParam({ name: parameter, schema: idSchema(parameter) }),
    ApiHeader({ name: 'If-Match', description: '看到的版本(ETag);记录已变则 412', schema: { type: 'string', pattern: '^"[^"@]+@\\d+"$' } }),
    ApiHeader({ name: 'Idempotency-Key', description: '同一人以同一键重复提交同一命令,只记录一次', schema: { type: 'string', maxLength: 255 } }),
    ApiOkResponse({ description: '已记录,或者早已如此', ...answer }),
    ApiCreatedResponse({ description: '已新建', ...answer }),
    answersProblems(400, 401, 403, 404, 409, 412, 413, 414, 415, 422, 503),
  );
}
