import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import type { OpenAPIObject } from '@nestjs/swagger';

// Nothing is loaded before the first answer: many specs that pass by here ask no server.
const load = createRequire(import.meta.url);

export interface Answer {
  readonly method: string;
  /** With or without a query. */
  readonly path: string;
  readonly status: number;
  /** Media type without parameters. */
  readonly type: string;
  readonly body: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> }>>;
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Holds answers against what a server says of itself in OpenAPI. */
export class AnswerValidator {
  /** Operations asked so far, and how they were answered: `GetCase 404`. */
  readonly seen = new Set<string>();
  readonly operations: readonly Operation[];
  private readonly engine: Ajv;

  constructor(document: OpenAPIObject) {
    const { Ajv2020 } = load('ajv/dist/2020') as typeof import('ajv/dist/2020.js');
    const formats = load('ajv-formats') as typeof import('ajv-formats').default;
    this.engine = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
    formats(this.engine);
    this.engine.addSchema(document, 'openapi');
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ ...(operation as Operation), method, path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) })),
    );
  }

  /** What is wrong with an answer; undefined: nothing, or no operation was asked. */
  fault({ method, path, status, type, body }: Answer): string | undefined {
    const [asked = ''] = path.split('?', 1);
    const operation = this.operations.find((candidate) => candidate.method === method.toLowerCase() && candidate.pattern.test(asked));
    if (operation === undefined) return undefined;
    const name = `${operation.operationId} ${status}`;
    this.seen.add(name);
    const response = operation.responses[status];
    if (response === undefined) return `${name}: OpenAPI does not know this status`;
    const [media, content] = Object.entries(response.content ?? {}).find(([known]) => known.split(';', 1)[0] === type) ?? [];
    if (media === undefined) return `${name}: OpenAPI does not know ${type}`;
    const place = ['paths', operation.path, operation.method, 'responses', String(status), 'content', media, 'schema'];
    const validate = this.schemaAt(content?.schema.$ref ?? `#/${place.map(escaped).join('/')}`);
    return validate(body) ? undefined : `${name}: ${this.engine.errorsText(validate.errors?.slice(0, 5))}`;
  }

  private schemaAt(reference: string): ValidateFunction {
    const validate = this.engine.getSchema(`openapi${reference}`);
    if (validate === undefined) throw new Error(`no schema at ${reference}`);
    return validate;
  }
}
