import { html, render } from 'lit';
import { shownText } from '../labels';
import type { GridModel } from './gridModel';

const marks = ['all', 'private', 'selected', 'to-add', 'to-remove'] as const;

/** The top left corner: a legend, and how many repositories and secrets are shown. */
export class Corner {
  readonly element = Object.assign(document.createElement('div'), {
    className: 'corner',
    role: 'columnheader',
    tabIndex: -1,
    ariaColIndex: '1',
  });

  fill({ map, shown, texts }: GridModel): void {
    const words = {
      all: texts.visibilityAll,
      private: texts.visibilityPrivate,
      selected: texts.visibilitySelected,
      'to-add': texts.legendGrant,
      'to-remove': texts.legendRevocation,
    };
    const repositories = shownText(shown.rows.length, map.repositories.length, {
      one: texts.oneRepository,
      many: texts.manyRepositories,
      some: texts.someRepositories,
    });
    const secrets = shownText(shown.columns.length, map.secrets.length, {
      one: texts.oneSecret,
      many: texts.manySecrets,
      some: texts.someSecrets,
    });
    const content = html`
      <div class="legend">
        ${marks.map(
          mark => html`
            <div class="legend-entry"><span class="legend-mark mark-${mark}"></span>${words[mark]}</div>
          `,
        )}
      </div>
      <div class="shown">
        <span class="shown-repositories">${repositories}</span>
        <span class="shown-secrets">${secrets}</span>
      </div>
    `;
    render(content, this.element);
    this.element.ariaLabel = `${repositories}, ${secrets}`;
  }
}
