import { type Disposable, Hover, languages, MarkdownString } from 'vscode';
import { findingSentence } from '../labels/devcontainer';
import { hoverLines } from '../labels/devcontainerHover';
import { markdownText } from '../model/markdownText';
import { normalizeName } from '../model/secretName';
import { type CheckedFile, type Checks, type ChecksContext, declaredIn, findingsIn } from './checks';
import { declaredSecretAt } from './declarationAt';
import { selector } from './file';
import { levels } from './findings';
import { toRange } from '../platform/ranges';

/** Says where the value of a declared secret would come from. */
export function registerHover(checks: Checks, failureLabel: ChecksContext['failureLabel']): Disposable {
  return languages.registerHoverProvider(selector, {
    provideHover: (document, position) => {
      const file = checks.file(document);
      if (!file) return undefined;
      const declared = declaredSecretAt(declaredIn(document), document.offsetAt(position));
      if (!declared) return undefined;
      const [title, ...lines] = [
        ...linesOf(file, declared.name, failureLabel),
        ...hintsOf(file, declared.name),
      ];
      // Not by appendText(), which lets a text such as `www.example.com` become a link.
      const text = [`**${markdownText(title ?? '')}**`, ...lines.map(markdownText)].join('\n\n');
      return new Hover(new MarkdownString(text), toRange(document, declared.nameRange));
    },
  });
}

/** What VS Code itself does not show: it underlines hints, and says nothing of them. */
function hintsOf(file: CheckedFile, name: string): string[] {
  const { knowledge } = file;
  if (typeof knowledge === 'string') return [];
  return findingsIn(file)
    .filter(finding => finding.severity === 'hint' && normalizeName(finding.name) === normalizeName(name))
    .map(finding => findingSentence(finding, knowledge.fullName));
}

function linesOf(
  { knowledge }: CheckedFile,
  name: string,
  failureLabel: ChecksContext['failureLabel'],
): string[] {
  if (typeof knowledge === 'string') return hoverLines.unchecked(name, knowledge);
  const failure = knowledge.failure();
  if (failure) return hoverLines.failed(name, knowledge.fullName, failureLabel(failure.reason));
  const { details } = knowledge;
  if (!details) return hoverLines.unchecked(name, 'loading');
  return [
    hoverLines.title(name, details.fullName),
    ...levels.flatMap(level => {
      if (level === 'organization' && details.organization === undefined) return [];
      const why = knowledge.failure(level);
      if (why) return [hoverLines.unknown(level, details.fullName, why.reason, failureLabel(why.reason))];
      if (!knowledge.storeOf(level)) return [hoverLines.loading(level, details.fullName)];
      const secret = knowledge.secretsOf(level).find(it => normalizeName(it.name) === normalizeName(name));
      return [
        secret
          ? hoverLines.has(level, details.fullName, secret, knowledge.receives(level, secret))
          : hoverLines.hasNot(level, details.fullName),
      ];
    }),
  ];
}
