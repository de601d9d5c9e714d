import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  languages,
  SnippetString,
  type TextDocument,
  TextEdit,
} from 'vscode';
import { completionDetail, proposedDescription } from '../labels/devcontainer';
import { normalizeName } from '../model/secretName';
import type { CheckedFile, Checks } from './checks';
import { completionAt, type DeclarationCompletion } from './declarationAt';
import { selector } from './file';
import { levels } from './findings';
import { toRange } from '../platform/ranges';

/** What can be inserted at a place. */
interface Proposal {
  readonly name: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
  /** What follows the name, as a snippet. */
  readonly value: string;
}

/** Completes the names of secrets that exist, and the properties of their entries. */
export function registerCompletion(checks: Checks): Disposable {
  return languages.registerCompletionItemProvider(
    selector,
    {
      provideCompletionItems: (document, position) => {
        const file = checks.file(document);
        const place = file && completionAt(document.getText(), document.offsetAt(position));
        if (!place) return [];
        const proposals =
          place.kind === 'name' ? namesFor(file, place.declared) : propertiesFor(place.missing);
        return proposals.map(proposal => itemOf(document, place, proposal));
      },
    },
    '"',
  );
}

function namesFor({ knowledge }: CheckedFile, declared: readonly string[]): Proposal[] {
  if (typeof knowledge === 'string') return [];
  const without = new Set(declared.map(normalizeName));
  const found = new Map<string, string[]>();
  for (const level of levels)
    for (const secret of knowledge.secretsOf(level)) {
      const details = found.get(normalizeName(secret.name)) ?? [];
      details.push(completionDetail(level, knowledge.fullName, secret));
      found.set(normalizeName(secret.name), details);
    }
  return [...found]
    .filter(([name]) => !without.has(name))
    .map(([name, details]) => ({
      name,
      detail: details.join(', '),
      kind: CompletionItemKind.Variable,
      value: `{\n\t"description": "$\{1:${proposedDescription(name)}}"\n}`,
    }));
}

function propertiesFor(missing: readonly string[]): Proposal[] {
  return missing.map(name => ({ name, detail: '', kind: CompletionItemKind.Property, value: '"$1"' }));
}

function itemOf(
  document: TextDocument,
  { range, hasValue, needsComma, missingComma }: DeclarationCompletion,
  { name, detail, kind, value }: Proposal,
): CompletionItem {
  const item = new CompletionItem({ label: name, description: detail }, kind);
  const quoted = JSON.stringify(name);
  item.insertText = hasValue ? quoted : new SnippetString(`${quoted}: ${value}${needsComma ? ',' : ''}`);
  item.filterText = quoted;
  item.range = toRange(document, range);
  if (missingComma !== undefined)
    item.additionalTextEdits = [TextEdit.insert(document.positionAt(missingComma), ',')];
  return item;
}
