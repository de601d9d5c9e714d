import type { ErrorObject } from 'ajv';
import { notFound, Refusal } from './answer';
import { bodyErrors, parameterErrors } from './description';
import type { Incoming } from './incoming';
import type { Route } from './router';

/**
 * Refuses what GitHub cannot read, in its words: 400 for a body that is no JSON object, 422 for one with the wrong
 * members, 404 for an id in the path that is none. What GitHub overlooks (a query parameter it does not know, a body
 * where it wants none) passes.
 */
export function refuseIllFormed({ described, params }: Route, { text, body }: Incoming): void {
  if (parameterErrors(described, 'path', params).length > 0) throw notFound();
  if (!described.body) return;
  if (text !== '' && body === undefined) throw new Refusal(400, 'Problems parsing JSON');
  if (text !== '' && (typeof body !== 'object' || body === null || Array.isArray(body)))
    throw new Refusal(400, 'Body should be a JSON object');
  const problems = bodyErrors(described, body ?? {}).map(sentence);
  if (problems.length > 0) throw new Refusal(422, `Invalid request.\n\n${problems.join('\n')}`);
}

function sentence({ keyword, instancePath, params, data }: ErrorObject): string {
  const given = data === null ? 'nil' : JSON.stringify(data);
  const place = /\/\d+$/.test(instancePath) ? 'items' : `properties${instancePath}`;
  switch (keyword) {
    case 'required':
      return `"${String(params['missingProperty'])}" wasn't supplied.`;
    case 'additionalProperties':
      return `"${String(params['additionalProperty'])}" is not a permitted key.`;
    case 'type':
      return `For '${place}', ${given} is not ${article(String(params['type']))}.`;
    case 'anyOf':
      return 'No subschema in "anyOf" matched.';
    case 'enum':
      return `For '${place}', ${given} is not a member of ${JSON.stringify(params['allowedValues'])}.`;
    default:
      return `For '${place}', ${given} does not match.`;
  }
}

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
