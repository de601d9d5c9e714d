import { type QuickPickItem, type Uri, window } from 'vscode';
import { fileName, readFile, utf8Text } from '../../platform/files';
import { toBase64 } from '../../model/generate';
import { byteCount } from '../../labels/counts';
import { fileProblemText } from '../../labels/files';
import { valueFileLabels } from '../../labels/valueFile';
import { valueOriginLabels } from '../../labels/valueInput';
import { maxValueBytes, valueProblem } from '../../model/secretValue';
import { ask, type Position } from '../prompts/steps';
import type { ValueSourceResult } from './valueSource';

/** The text of a file that the user chooses. Offers Base64 for a file that is not UTF-8. */
export async function fromFile(position: Position): Promise<ValueSourceResult> {
  const [uri] =
    (await window.showOpenDialog({ openLabel: valueFileLabels.open(), title: position.title })) ?? [];
  if (!uri) return undefined;
  const name = fileName(uri);
  const read = await readFile(uri, maxValueBytes);
  if ('problem' in read) return { problem: fileProblemText(name, read) };
  const value = utf8Text(read.bytes);
  if (value === undefined) return asBase64(position, uri, read.bytes);
  return valueProblem(value) === undefined
    ? { value, origin: valueOriginLabels.file(name) }
    : { problem: valueFileLabels.empty(name) };
}

async function asBase64(position: Position, uri: Uri, bytes: Uint8Array): Promise<ValueSourceResult> {
  const name = fileName(uri);
  const value = toBase64(bytes);
  if (valueProblem(value) !== undefined)
    return { problem: valueFileLabels.tooLargeAsBase64(name, value.length) };
  const input = window.createQuickPick<QuickPickItem>();
  input.placeholder = valueFileLabels.isBase64Wanted(name);
  input.items = [
    { label: `$(file-binary) ${valueFileLabels.useBase64()}`, description: byteCount(value.length) },
  ];
  const answer = await ask(input, { ...position, isNested: true }, () => ({ value }));
  return answer && 'value' in answer ? { value, origin: valueOriginLabels.fileAsBase64(name) } : undefined;
}
