import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ANSWER_SCHEMAS } from '#apps/server/src/http/schemas';

const config = (): Omit<OpenAPIObject, 'paths'> => {
  const built = new DocumentBuilder()
    .setTitle('职业技能等级认定质量督导')
    .setDescription('命令与查询。拒绝一律为 RFC 9457,写明条文;命令可带 If-Match 与 Idempotency-Key。')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .addSecurityRequirements('bearer')
    .build();
  return { ...built, components: { ...built.components, schemas: ANSWER_SCHEMAS as NonNullable<OpenAPIObject['components']>['schemas'] & object } };
};

export const openApi = (app: INestApplication): OpenAPIObject => SwaggerModule.createDocument(app, config());

/** `/openapi.json`, and `/docs` from files of our own: it works without a network. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => openApi(app), { jsonDocumentUrl: 'openapi.json', raw: ['json'] });
}
