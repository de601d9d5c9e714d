import { Uri } from 'vscode';
import { findingSentence, problemSentence } from '../labels/devcontainer';
import { hoverLines } from '../labels/devcontainerHover';
import type { DeclarationsCheck, DevcontainerText } from '../model/declarationsCheck';
import type { ChecksContext } from './checks';
import { readDeclaredSecrets } from './declaredSecrets';
import { findingsOf, levels, providedNames } from './findings';
import { folderRepository } from './folderRepository';
import { RepositoryKnowledge } from './repositoryKnowledge';

/** Checks files that need not be open, all by one connection. Rejects with a failure where there is none. */
export async function checkDeclarations(
  context: ChecksContext,
  files: readonly DevcontainerText[],
): Promise<DeclarationsCheck[]> {
  const connection = await context.connections.opened();
  return Promise.all(
    files.map(async ({ folder, text }) => {
      const open = await folderRepository(context, connection, Uri.parse(folder, true));
      if (typeof open === 'string') return unchecked(hoverLines.unchecked('', open));
      const { secrets, problems, unread } = readDeclaredSecrets(text);
      const declared = secrets.map(({ name }) => name);
      const knowledge = new RepositoryKnowledge(connection, open.fullName);
      // Without a declared name, there is nothing to ask GitHub for.
      if (declared.length > 0) await knowledge.load(declared, 'all');
      const { fullName: repository, levels: known } = knowledge;
      const failure = knowledge.failure();
      if (failure) return unchecked(hoverLines.failed('', repository, context.failureLabel(failure.reason)));
      return {
        kind: 'checked',
        repository,
        declared,
        ...(unread && { unread }),
        provided: providedNames(secrets, known),
        missing: findingsOf(secrets, known).map(finding => ({
          name: finding.name,
          sentence: findingSentence(finding, repository),
          isCertain: finding.severity === 'warning',
        })),
        problems: problems.map(problemSentence),
        unknown: levels.flatMap(level => {
          const why = knowledge.failure(level);
          return why
            ? [hoverLines.unknown(level, repository, why.reason, context.failureLabel(why.reason))]
            : [];
        }),
      };
    }),
  );
}

/** From the lines of a hover: a title, and why. */
function unchecked([, why = '']: readonly string[]): DeclarationsCheck {
  return { kind: 'unchecked', why };
}
