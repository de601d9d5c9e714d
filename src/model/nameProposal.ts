import { nameProblem } from './secretName';

/** What can stand between a name and the value that it is given: `API_KEY=`, `"apiKey": "`, `apiKey := '`. */
const assignment = /([A-Za-z_$][\w$.-]*)["'`\])]*\s*(?:=>|:=|[:=])\s*["'`]?$/;
/** `token: string = "` */
const typedAssignment = /([A-Za-z_$][\w$]*)\??:\s*[\w$.<>[\]|]+(?:\s*\|\s*[\w$.<>[\]]+)*\s*=\s*["'`]?$/;
/** `<apiKey>` */
const element = /<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>\s*$/;

/** The name of a secret for a value, from what stands left of it on its line; nothing where no name stands there. */
export function proposedName(left: string): string | undefined {
  const [, written] = typedAssignment.exec(left) ?? assignment.exec(left) ?? element.exec(left) ?? [];
  if (written === undefined) return undefined;
  const name = upperSnakeCase(written);
  return nameProblem(name) === undefined ? name : undefined;
}

/** `apiKey`, `api-key`, `config.apiKey` and `API_KEY` as GitHub writes names. Of a path the last part counts. */
function upperSnakeCase(written: string): string {
  return (written.split('.').at(-1) ?? '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
