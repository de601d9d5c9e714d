import { Uri } from 'vscode';
import type { TreeNode } from '../../tree/nodes';
import { begin, type CommandContext, type Flow } from './commandContext';
import type { CreateTarget, Place } from './place';
import {
  all,
  organizationOfRows,
  ownersOf,
  placeOf,
  placeOfRows,
  type Selected,
  selectedRows,
} from './selection';

type OnRows = (flow: Flow, ...selected: Selected) => Promise<unknown>;

/** How commands start that need a connection to GitHub. */
export interface Starts {
  /**
   * On rows: those that VS Code passes, or else those that are selected.
   * @param owners whose secrets it is about
   */
  readonly onRows: (run: OnRows, owners?: typeof ownersOf) => (...given: Selected) => Promise<unknown>;
  /** The same for organizations' secrets only: of others, the command says that it is not for them. */
  readonly onOrganizationRows: (run: OnRows) => (...given: Selected) => Promise<unknown>;
  /**
   * At a place: the one that VS Code or a caller passes, or else the one that the selected rows belong to.
   * @param isFor whether the command is for such a place; otherwise it asks for one
   */
  readonly atPlace: (
    run: (flow: Flow, place: CreateTarget | Place | undefined, file?: Uri) => Promise<unknown>,
    isFor?: (place: Place) => boolean,
  ) => (target?: TreeNode | CreateTarget | Uri) => Promise<unknown>;
  /** The same in an organization; of a selected repository, in the one that owns it. */
  readonly inOrganization: (
    run: (flow: Flow, place: Place | undefined) => Promise<unknown>,
  ) => (target?: TreeNode) => Promise<unknown>;
}

export function starts(context: CommandContext): Starts {
  const { rows } = context;
  const onRows: Starts['onRows'] =
    (run, owners = ownersOf) =>
    async (...given) => {
      const selected = given[0] === undefined ? selectedRows(rows.selected) : given;
      return run(await begin(context, all(selected)[0], owners(selected)), ...selected);
    };
  return {
    onRows,
    onOrganizationRows: run => onRows(run, () => []),
    atPlace:
      (run, isFor = () => true) =>
      async target => {
        // The Explorer passes a file.
        if (target instanceof Uri) return run(await begin(context), undefined, target);
        const found = target ? placeOfTarget(target) : placeOfRows(rows.selected);
        const place = found && isFor(found) ? found : undefined;
        return run(await begin(context, target ?? place, place && [place.owner]), place);
      },
    inOrganization: run => async target => {
      const found = target ? placeOf(target) : organizationOfRows(rows.selected);
      const place = found?.owner.kind === 'organization' ? found : undefined;
      return run(await begin(context, target ?? place), place);
    },
  };
}

function placeOfTarget(target: TreeNode | CreateTarget): CreateTarget | Place | undefined {
  return target.kind === 'place' ? target : placeOf(target);
}
