import { env } from 'vscode';
import type { SecretReference } from '../model/secret';

/** Copies the names of secrets, one on each line. */
export async function copySecretNames(secrets: readonly SecretReference[]): Promise<void> {
  await env.clipboard.writeText(secrets.map(({ name }) => name).join('\n'));
}
