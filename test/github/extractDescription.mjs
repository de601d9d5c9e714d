/**
 * Writes description.json: the part of GitHub's official OpenAPI description that the simulated GitHub serves, with all
 * prose left out and OpenAPI's `nullable` turned into JSON Schema's `null` type, so that ajv reads it as it is.
 *
 * Run by hand when the version below changes: node test/github/extractDescription.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '23.0.2';
const operations = {
  '/': ['get'],
  '/meta': ['get'],
  '/rate_limit': ['get'],
  '/user': ['get'],
  '/user/{account_id}': ['get'],
  '/user/memberships/orgs': ['get'],
  '/user/memberships/orgs/{org}': ['get'],
  '/orgs/{org}': ['get'],
  '/orgs/{org}/repos': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  ...Object.assign({}, ...['codespaces', 'actions', 'dependabot', 'agents'].map(secretOperations)),
  '/repos/{owner}/{repo}/actions/organization-secrets': ['get'],
  '/repos/{owner}/{repo}/agents/organization-secrets': ['get'],
  ...collectionOperations('/repos/{owner}/{repo}/codespaces/secrets'),
  ...collectionOperations('/user/codespaces/secrets'),
  ...selectionOperations('/user/codespaces/secrets'),
  '/user/repos': ['get'],
};

/**
 * Octokit overrides the PUT of an Actions organization secret with an older, looser one. GitHub's own description
 * requires the value each time, and takes repository ids as integers only. Octokit's override of the Dependabot PUT
 * agrees with GitHub.
 */
const corrections = {
  'put /orgs/{org}/actions/secrets/{secret_name}': body => ({
    ...body,
    properties: {
      ...body.properties,
      selected_repository_ids: { ...body.properties.selected_repository_ids, items: { type: 'integer' } },
    },
    required: ['encrypted_value', 'key_id', 'visibility'],
  }),
};
const schemaPrefix = '#/components/schemas/';

const source = download();
const schemas = {};
const description = {
  source: `@octokit/openapi ${version}, generated/api.github.com.json`,
  operations: Object.entries(operations).flatMap(([path, methods]) =>
    methods.map(method => operation(path, method)),
  ),
  schemas,
};
schemas['basic-error'] ??= schema(source.components.schemas['basic-error']);
const target = new URL('description.json', import.meta.url);
writeFileSync(target, JSON.stringify(description));
console.log(`${description.operations.length} operations, ${Object.keys(schemas).length} schemas`);

/** The operations of one app's organization secrets. */
function secretOperations(app) {
  const collection = `/orgs/{org}/${app}/secrets`;
  return { ...collectionOperations(collection), ...selectionOperations(collection) };
}

/** The operations of secrets that are in one place. */
function collectionOperations(collection) {
  return {
    [collection]: ['get'],
    [`${collection}/public-key`]: ['get'],
    [`${collection}/{secret_name}`]: ['get', 'put', 'delete'],
  };
}

/** The operations of the repositories that are selected for a secret. */
function selectionOperations(collection) {
  return {
    [`${collection}/{secret_name}/repositories`]: ['get', 'put'],
    [`${collection}/{secret_name}/repositories/{repository_id}`]: ['put', 'delete'],
  };
}

function download() {
  const folder = mkdtempSync(join(tmpdir(), 'github-description-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', `@octokit/openapi@${version}`], { cwd: folder });
    const member = 'package/generated/api.github.com.json';
    execFileSync('tar', ['xzf', packed.toString().trim(), member], { cwd: folder });
    return JSON.parse(readFileSync(join(folder, member), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function operation(path, method) {
  const described = source.paths[path][method];
  const body = described.requestBody && resolve(described.requestBody);
  const corrected = corrections[`${method} ${path}`] ?? (it => it);
  return {
    method: method.toUpperCase(),
    path,
    documentation: described.externalDocs?.url,
    parameters: (described.parameters ?? []).map(resolve).map(parameter => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      schema: schema(parameter.schema),
    })),
    ...(body && {
      body: {
        required: body.required ?? false,
        schema: schema(corrected(body.content['application/json'].schema)),
      },
    }),
    responses: Object.fromEntries(
      Object.entries(described.responses).map(([status, answer]) => {
        const content = resolve(answer).content?.['application/json'];
        return [status, content ? schema(content.schema) : null];
      }),
    ),
  };
}

function resolve(value) {
  if (!value.$ref) {
    return value;
  }
  const keys = value.$ref.slice(2).split('/');
  return resolve(keys.reduce((at, key) => at[key], source));
}

/** A schema without prose, and with the schemas it refers to taken along. */
function schema(value) {
  if (Array.isArray(value)) {
    return value.map(schema);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (value.$ref) {
    const name = value.$ref.slice(schemaPrefix.length);
    if (!(name in schemas)) {
      schemas[name] = {};
      schemas[name] = schema(source.components.schemas[name]);
    }
    return { $ref: `#/schemas/${name}` };
  }
  const { nullable, ...rest } = value;
  const kept = {};
  for (const [key, child] of Object.entries(rest)) {
    if (key === 'properties') {
      kept.properties = Object.fromEntries(
        Object.entries(child).map(([name, property]) => [name, schema(property)]),
      );
    } else if (key === 'enum' || key === 'required') {
      kept[key] = child;
    } else if (!isProse(key)) {
      kept[key] = schema(child);
    }
  }
  return nullable ? orNull(kept) : kept;
}

function isProse(key) {
  return (
    ['title', 'description', 'example', 'examples', 'deprecated', 'externalDocs', 'discriminator'].includes(
      key,
    ) || key.startsWith('x-')
  );
}

function orNull(value) {
  if (typeof value.type === 'string') {
    const choices = value.enum && { enum: [...new Set([...value.enum, null])] };
    return { ...value, type: [value.type, 'null'], ...choices };
  }
  return Object.keys(value).length === 0 ? value : { anyOf: [value, { type: 'null' }] };
}
