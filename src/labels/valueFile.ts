import { l10n } from 'vscode';
import { maxValueBytes } from '../model/secretValue';
import { byteCount } from './counts';

/** A value that is read from a file. */
export const valueFileLabels = {
  open: (): string => l10n.t('Use as Value'),
  empty: (file: string): string => l10n.t("{0} is empty. GitHub doesn't accept empty secrets.", file),
  /** @param bytes how many it has as Base64 */
  tooLargeAsBase64: (file: string, bytes: number): string =>
    l10n.t(
      "{0} isn't UTF-8 text. Encoded as Base64, it has {1}. GitHub accepts at most {2}.",
      file,
      byteCount(bytes),
      byteCount(maxValueBytes),
    ),
  isBase64Wanted: (file: string): string => l10n.t("{0} isn't UTF-8 text. Encode it as Base64?", file),
  useBase64: (): string => l10n.t('Use as Base64'),
};
