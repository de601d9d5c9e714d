import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import excerpt from './description.json';

/** One operation of GitHub's official description, as extractDescription.mjs wrote it. */
export interface DescribedOperation {
  readonly method: string;
  /** A template, as `/orgs/{org}/codespaces/secrets/{secret_name}`. */
  readonly path: string;
  readonly documentation: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly body?: { required: boolean; schema: { properties?: object; additionalProperties?: boolean } };
  /** By status; null where the response has no body. */
  readonly responses: Readonly<Record<string, object | null>>;
}

/** What a request has that the description speaks of. */
export interface DescribedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  /** The body as it came; empty where there is none. */
  readonly text: string;
  readonly body: unknown;
}

const operations = (excerpt.operations as unknown as readonly DescribedOperation[]).map(strict);
const basicError = { $ref: '#/schemas/basic-error' };

/** What GitHub answers to any operation, described there or not. */
const everywhere = new Set([301, 304, 307, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503]);

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
addFormats(ajv);
// ajv wants the schemas that others refer to below an id: '#/schemas/x' becomes 'github#/schemas/x'.
ajv.addSchema({ $id: 'github', schemas: excerpt.schemas });
const compiled = new Map<object, ValidateFunction>();

/** Throws for an operation that the excerpt lacks: it has to be added to extractDescription.mjs first. */
export function describedOperation(method: string, path: string): DescribedOperation {
  const found = operations.find(operation => operation.method === method && operation.path === path);
  if (!found) throw new Error(`description.json has no ${method} ${path}.`);
  return found;
}

/** What does not fit in a request, or undefined. */
export function requestProblem(operation: DescribedOperation, request: DescribedRequest): string | undefined {
  return parameterProblem(operation, request) ?? bodyProblem(operation, request);
}

/** What does not fit in a response, or undefined. */
export function responseProblem(
  operation: DescribedOperation,
  status: number,
  body: unknown,
): string | undefined {
  const described = operation.responses[String(status)];
  if (described === undefined && !everywhere.has(status)) return `${status} is no documented status`;
  if (!described && (status === 204 || status === 304))
    return body === undefined ? undefined : `${status} has no body`;
  return schemaProblem(described ?? basicError, body, `the ${status} response`);
}

/** What is wrong with the parameters of one place, each a line. Missing ones are wrong where they are required. */
export function parameterErrors(
  operation: DescribedOperation,
  place: 'path' | 'query',
  given: Readonly<Record<string, string | undefined>>,
): string[] {
  return operation.parameters
    .filter(parameter => parameter.in === place)
    .flatMap(({ name, required, schema }) => {
      const value = given[name];
      if (value === undefined) return required ? [`the parameter "${name}" is missing`] : [];
      const isNumber = 'type' in schema && schema.type === 'integer';
      const typed = isNumber && /^-?\d+$/.test(value) ? Number(value) : value;
      return schemaProblem(schema, typed, `the parameter "${name}"`) ?? [];
    });
}

/** What is wrong with the members of a body; one that the description does not know is wrong, too. */
export function bodyErrors({ body }: DescribedOperation, value: object): readonly ErrorObject[] {
  return body ? schemaErrors(body.schema, value) : [];
}

function parameterProblem(operation: DescribedOperation, request: DescribedRequest): string | undefined {
  for (const name of request.query.keys())
    if (!operation.parameters.some(parameter => parameter.in === 'query' && parameter.name === name))
      return `there is no query parameter "${name}"`;
  const query = Object.fromEntries(request.query);
  return parameterErrors(operation, 'path', request.path)[0] ?? parameterErrors(operation, 'query', query)[0];
}

function bodyProblem(operation: DescribedOperation, request: DescribedRequest): string | undefined {
  if (!operation.body) return request.text === '' ? undefined : 'there is a body where none is described';
  if (request.text === '') return operation.body.required ? 'the body is missing' : undefined;
  if (!request.contentType?.toLowerCase().startsWith('application/json'))
    return `the content type is ${request.contentType ?? 'missing'} and not application/json`;
  const known = Object.keys(operation.body.schema.properties ?? {});
  const extra = Object.keys(request.body ?? {}).find(key => !known.includes(key));
  if (extra !== undefined) return `the body has an unknown property "${extra}"`;
  return schemaProblem(operation.body.schema, request.body, 'the body');
}

function schemaProblem(schema: object, value: unknown, what: string): string | undefined {
  const errors = schemaErrors(schema, value);
  return errors.length > 0 ? `${what}: ${ajv.errorsText([...errors], { dataVar: 'it' })}` : undefined;
}

function schemaErrors(schema: object, value: unknown): readonly ErrorObject[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(absolute(schema));
    compiled.set(schema, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

/** With a body that has no other members than those described. */
function strict(operation: DescribedOperation): DescribedOperation {
  const { body } = operation;
  return body
    ? { ...operation, body: { ...body, schema: { ...body.schema, additionalProperties: false } } }
    : operation;
}

function absolute(schema: object): object {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"github#/');
  return JSON.parse(text) as object;
}
