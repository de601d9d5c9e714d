import { shownText } from '../labels';
import { element } from '../../elements';
import type { GridModel } from './gridModel';

const marks = ['all', 'private', 'selected', 'to-add', 'to-remove'] as const;

/** The top left corner: a legend, and how many repositories and secrets are shown. */
export class Corner {
  readonly #legend = element('div', 'legend');
  readonly #shown = element('div', 'shown');
  readonly element = element(
    'div',
    'corner',
    { role: 'columnheader', tabindex: '-1', 'aria-colindex': '1' },
    this.#legend,
    this.#shown,
  );

  fill({ map, shown, texts }: GridModel): void {
    const words = {
      all: texts.visibilityAll,
      private: texts.visibilityPrivate,
      selected: texts.visibilitySelected,
      'to-add': texts.legendGrant,
      'to-remove': texts.legendRevocation,
    };
    this.#legend.replaceChildren(
      ...marks.map(mark =>
        element('div', 'legend-entry', {}, element('span', `legend-mark mark-${mark}`), words[mark]),
      ),
    );
    const text = shownText(shown.rows.length, map.repositories.length, {
      one: texts.oneRepository,
      many: texts.manyRepositories,
      some: texts.someRepositories,
    });
    const secrets = shownText(shown.columns.length, map.secrets.length, {
      one: texts.oneSecret,
      many: texts.manySecrets,
      some: texts.someSecrets,
    });
    this.#shown.replaceChildren(
      element('span', 'shown-repositories', {}, text),
      element('span', 'shown-secrets', {}, secrets),
    );
    this.element.setAttribute('aria-label', `${text}, ${secrets}`);
  }
}
