import { l10n, type QuickPickItem, type Uri, window } from 'vscode';
import { fileName, readFile, utf8Text } from '../../platform/files';
import { toBase64 } from '../../model/generate';
import { byteCount } from '../../labels/words';
import { maxValueBytes } from '../../model/secretValue';
import { ask, type Position } from '../prompts/steps';
import type { ValueSourceResult } from './valueSource';
import { valueProblemText } from './valueInput';

/** The text of a file that the user chooses. A file that is not UTF-8 is offered as Base64. */
export async function fromFile(position: Position): Promise<ValueSourceResult> {
  const [uri] =
    (await window.showOpenDialog({ openLabel: l10n.t('Use as Value'), title: position.title })) ?? [];
  if (!uri) return undefined;
  const name = fileName(uri);
  const read = await readFile(uri, maxValueBytes);
  if ('problem' in read) return read;
  const value = utf8Text(read.bytes);
  if (value === undefined) return asBase64(position, uri, read.bytes);
  const problem = valueProblemText(value);
  return problem === undefined
    ? { value, origin: l10n.t('From {0}', name) }
    : { problem: l10n.t('{0} is empty. GitHub does not accept empty secrets.', name) };
}

async function asBase64(position: Position, uri: Uri, bytes: Uint8Array): Promise<ValueSourceResult> {
  const name = fileName(uri);
  const value = toBase64(bytes);
  const length = byteCount(value.length);
  if (valueProblemText(value) !== undefined)
    return {
      problem: l10n.t(
        '{0} is not UTF-8 text. As Base64 its {1} become {2}, but GitHub accepts at most {3}.',
        name,
        byteCount(bytes.byteLength),
        length,
        byteCount(maxValueBytes),
      ),
    };
  const input = window.createQuickPick<QuickPickItem>();
  input.placeholder = l10n.t('{0} is not UTF-8 text, but a secret has to be text.', name);
  input.items = [{ label: l10n.t('$(file-binary) Use it as Base64'), description: length }];
  const answer = await ask(input, { ...position, isNested: true }, () => ({ value }));
  return answer && 'value' in answer ? { value, origin: l10n.t('From {0}, as Base64', name) } : undefined;
}
