import type { SecretId } from '../../src/model/secret';
import { isSecretApp, type SecretApp } from '../../src/model/secretApp';

/** What a run calls a secret, and tells it from the others by: `actions ALPHA`. */
export function titleOf({ app, name }: Pick<SecretId, 'app' | 'name'>): string {
  return `${app} ${name}`;
}

/** What a title is made of. */
export function partsOf(title: string): { readonly app: SecretApp; readonly name: string } {
  const [app = '', name = ''] = title.split(' ');
  if (!isSecretApp(app)) throw new Error(`There is no secret ${title}.`);
  return { app, name };
}
