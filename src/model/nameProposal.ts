import { nameProblem } from './secretName';

/** What can stand between a name and the value that it is given: `API_KEY=`, `"apiKey": "`, `apiKey := '`. */
const assignment = /([A-Za-z_$][\w$.-]*)["'`\])]*\s*(?:=>|:=|[:=])\s*["'`]?$/;
/** `token: string = "` */
const typedAssignment = /([A-Za-z_$][\w$]*)\??:\s*[\w$.<>[\]|]+(?:\s*\|\s*[\w$.<>[\]]+)*\s*=\s*["'`]?$/;
/** `<apiKey>` */
const element = /<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>\s*$/;

/** How many characters left of a value are looked at: each pattern tries to begin at each of them. */
const access = 300;

/** The name of a secret for a value, from what stands left of it on its line; nothing where no name stands there. */
export function proposedName(left: string): string | undefined {
  const near = nearEnd(left);
  const [, written] = typedAssignment.exec(near) ?? assignment.exec(near) ?? element.exec(near) ?? [];
  if (written === undefined) return undefined;
  const name = upperSnakeCase(written);
  return nameProblem(name) === undefined ? name : undefined;
}

/** The end of a text, without a name that would be cut. */
function nearEnd(text: string): string {
  return text.length <= access ? text : text.slice(-access).replace(/^[\w$.-]+/, '');
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
