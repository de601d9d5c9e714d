import { env } from 'vscode';
import type { SecretReference } from '../model/secret';

/** Puts the names of the chosen secrets on the clipboard, a line each. */
export async function copySecretNames(secrets: readonly SecretReference[]): Promise<void> {
  await env.clipboard.writeText(secrets.map(({ name }) => name).join('\n'));
}
