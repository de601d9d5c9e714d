import type { AccessMap } from '../accessMap';
import type { Shown } from '../filter';
import type { Pending, Tallies } from '../pending';
import type { StartMessage } from '../protocol';
import type { Texts } from '../texts';

/** What the grid shows. */
export interface GridModel {
  readonly texts: Texts;
  readonly origin: StartMessage['origin'];
  readonly map: AccessMap;
  readonly shown: Shown;
  readonly pending: Pending;
  readonly tallies: Tallies;
}
