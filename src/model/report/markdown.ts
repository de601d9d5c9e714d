import type { Report, ReportWords } from './report';

/** A report as a table of Markdown. */
export function markdownReport({ organization, at, secrets }: Report, words: ReportWords): string {
  const { name, visibility, count, repositories, created, updated } = words.columns;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    row([name, visibility, count, repositories, created, updated].map(text)),
    row(['---', '---', '---:', '---', '---', '---']),
    ...secrets.map(secret =>
      row([
        `\`${secret.name}\``,
        text(words.visibility(secret.visibility)),
        String(secret.count),
        text(
          secret.visibility === 'selected'
            ? secret.selection.join(', ')
            : words.visibility(secret.visibility),
        ),
        date(secret.createdAt),
        date(secret.updatedAt),
      ]),
    ),
  ];
  const parts = [
    `# ${text(words.title(organization))}`,
    text(words.introduction(at, secrets.length)),
    ...(secrets.length > 0 ? [table.join('\n')] : []),
    text(words.note),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A text as Markdown that shows it as it is. */
function text(plain: string): string {
  return plain.replaceAll(/[\\`*_[\]<>|#~]/g, '\\$&');
}

function date(moment: Date): string {
  return moment
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}
