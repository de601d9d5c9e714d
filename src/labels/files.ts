import { l10n } from 'vscode';
import type { FileProblem } from '../model/fileProblem';
import { byteCount } from './counts';

/** Why a file was not read, and what to do. */
export function fileProblemText(file: string, problem: FileProblem): string {
  switch (problem.problem) {
    case 'folder':
      return l10n.t('{0} is a folder. Choose a file in it.', file);
    case 'tooLarge':
      return l10n.t(
        '{0} has {1}. The limit is {2}.',
        file,
        byteCount(problem.size),
        byteCount(problem.limit),
      );
    case 'missing':
      return l10n.t('{0} no longer exists. Choose another file.', file);
    case 'forbidden':
      return l10n.t("You don't have permission to read {0}.", file);
    case 'unreadable':
      return l10n.t("Couldn't read {0}. Check that you can open its folder, then choose it again.", file);
  }
}
