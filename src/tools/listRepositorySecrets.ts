import type { Store } from '../cache/store';
import { receivedLines, toolLabels as labels, unknownLevel } from '../labels/tools';
import type { AppFailure } from '../model/access';
import { isFailure } from '../model/failure';
import { openFullNames } from './openRepository';
import type { Tool, ToolContext } from './tool';
import type { Wait } from './untilCancelled';
import { addressOf } from '../model/repositoryAddress';

/** Tells what a repository gets from its organization, of its own and from the user. */
export const listRepositorySecrets: Tool = input => {
  const repository = input.repository('repository');
  return { message: labels.listing(repository), answer: (context, wait) => list(context, repository, wait) };
};

/** @param repository its full name; the only one that is open, if none is named */
async function list(
  { connections, openRepositories }: ToolContext,
  repository: string | undefined,
  wait: Wait,
): Promise<string[]> {
  const { store } = await wait(() => connections.opened());
  const open = repository === undefined ? await wait(() => openFullNames(openRepositories)) : [repository];
  const [fullName, ...others] = open;
  if (fullName === undefined || others.length > 0) return [labels.nameRepository(open)];
  const details = await wait(async () => {
    try {
      return await store.repository(fullName);
    } catch (error) {
      // The sentence for this failure is about the remote of a folder.
      if (repository === undefined || !isFailure(error, 'repositoryNotFound')) throw error;
      return undefined;
    }
  });
  if (!details) return [labels.noSuchRepository(fullName)];
  const [{ secrets, failures }, ofUser] = await wait(() =>
    Promise.all([store.received(addressOf(details.fullName).owner, details.repository), userFailure(store)]),
  );
  return [
    labels.received(details, store.apps),
    ...receivedLines(secrets),
    ...[...failures, ...(ofUser ? [ofUser] : [])].map(failure => unknownLevel(failure, details.fullName)),
  ];
}

/** Without access to the user's own secrets, what a repository receives leaves them out and does not say so. */
async function userFailure(store: Store): Promise<AppFailure | undefined> {
  if (!store.apps.includes('codespaces')) return undefined;
  try {
    await store.userAccess();
  } catch (error) {
    if (isFailure(error, 'scopeMissing')) return { app: 'codespaces', ownerKind: 'user', failure: error };
    // What else fails is told with what the repository receives.
    if (!isFailure(error)) throw error;
  }
  return undefined;
}
