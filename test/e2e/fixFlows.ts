import type { DevcontainerEditor } from './devcontainerEditor';

/** Confirms the name of a new secret, which is known, and types its value. */
export async function createNamed(
  { window: { input } }: DevcontainerEditor,
  value = 'the value',
): Promise<void> {
  await input.shown(/^Create Secret \(1/);
  await input.accept();
  await input.shown(/^Create Secret \(2/);
  await input.type(value);
  await input.accept();
}

/** Confirms the repositories of a new secret: the one that the finding is about. */
export async function confirmRepository(
  { window: { input } }: DevcontainerEditor,
  repository: string,
): Promise<void> {
  await input.checkedIs(repository);
  await input.ok();
}
