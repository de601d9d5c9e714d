import type { AccessMap } from '../accessMap';
import type { Shown } from '../filter';
import type { Pending, Tallies } from '../pending';
import type { Texts } from '../texts';

/** What the grid shows. */
export interface GridModel {
  readonly texts: Texts;
  readonly map: AccessMap;
  readonly shown: Shown;
  readonly pending: Pending;
  readonly tallies: Tallies;
}
