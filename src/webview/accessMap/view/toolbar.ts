import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EventOf } from '../../eventOf';
import type { Filter } from '../filter';
import type { AccessMessage } from '../protocol';
import type { Texts } from '../texts';
import { icon } from './icon';

/** What the toolbar shows and does. */
export interface ToolbarModel {
  readonly texts: Texts;
  readonly filter: Filter;
  /** The apps to choose from: what secrets name, and what it is called. */
  readonly apps: AccessMessage['apps'];
  /** The app that is chosen; empty for all. */
  readonly app: string;
  readonly isHidden: boolean;
  readonly onFilter: (filter: Filter) => void;
  readonly onRefresh: () => void;
}

/** The filters for repositories and secrets, and the refresh button. */
export function toolbar(model: ToolbarModel): TemplateResult {
  const { texts, filter, isHidden, onFilter, onRefresh } = model;
  // `live` sets only what differs from what the user typed or checked, so it never moves the cursor.
  const field = (key: 'repositories' | 'secrets', label: string): TemplateResult => html`
    <vscode-textfield
      class="filter"
      type="text"
      .label=${label}
      .placeholder=${label}
      .value=${live(filter[key])}
      @input=${({ currentTarget: { value } }: EventOf<'vscode-textfield'>) => onFilter({ ...filter, [key]: value })}
    ></vscode-textfield>
  `;
  const checkbox = (key: 'onlyDifferences' | 'onlySelected', hint: string): TemplateResult => html`
    <vscode-checkbox
      class="only"
      title=${hint}
      .label=${texts[key]}
      .checked=${live(filter[key])}
      @change=${({ currentTarget: { checked } }: EventOf<'vscode-checkbox'>) =>
        onFilter({ ...filter, [key]: checked })}
    ></vscode-checkbox>
  `;
  return html`
    <div class="toolbar" role="toolbar" aria-label=${texts.grid} ?hidden=${isHidden}>
      ${field('repositories', texts.filterRepositories)} ${field('secrets', texts.filterSecrets)}
      ${model.apps.length > 1 ? appChoice(model) : nothing}
      ${checkbox('onlyDifferences', texts.onlyDifferencesHint)}
      ${checkbox('onlySelected', texts.onlySelectedHint)}
      <button
        class="icon-button"
        type="button"
        title=${texts.refresh}
        aria-label=${texts.refresh}
        @click=${onRefresh}
      >
        ${icon('refresh')}
      </button>
    </div>
  `;
}

/** A select of HTML: the one of the elements is as large as the rest of the toolbar together. */
function appChoice({ texts, filter, apps, app, onFilter }: ToolbarModel): TemplateResult {
  const entries = [['', texts.allApps] as const, ...apps];
  return html`
    <select
      class="app-filter"
      aria-label=${texts.filterApp}
      title=${texts.filterApp}
      @change=${({ currentTarget }: EventOf<'select'>) => onFilter({ ...filter, app: currentTarget.value })}
    >
      ${entries.map(([id, label]) => html`<option value=${id} .selected=${live(id === app)}>${label}</option>`)}
    </select>
  `;
}
