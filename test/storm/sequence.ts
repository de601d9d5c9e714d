import type { FixtureEdit } from '../github/edits';
import type { FaultEffect } from '../github/faults';
import type { Visibility } from '../../src/model/secret';
import type { SecretApp } from '../../src/model/secretApp';
import type { Place } from './places';

/** The organization that everything happens in. Both GitHubs have one of this name, with the same secrets. */
export const organization = 'acme';

/** `large`: more repositories, and more selected ones, than fit on a page. */
export type Size = 'small' | 'large';

/** Who can be signed in. */
export type AccountName = 'octocat' | 'hubot' | 'enterprise';

/** Who is to be able to use a secret; the repositories by name. */
export interface Wish {
  readonly visibility: Visibility;
  /** Used where the visibility is `selected`. */
  readonly repositories: readonly string[];
}

/** Another organization, in which the users are members and can write to some repositories. */
export const otherOrganization = 'globex';

/** What the user does, to secrets of one place. A `create` of a name that the view shows becomes a rotation, as in the product. */
export type Action =
  | { readonly do: 'create' | 'visibility'; readonly secret: string; readonly wish: Wish }
  | { readonly do: 'rotate'; readonly secret: string }
  | {
      readonly do: 'grant' | 'revoke';
      readonly secrets: readonly string[];
      readonly repositories: readonly string[];
    }
  | { readonly do: 'copy'; readonly from: string; readonly fromApp: SecretApp; readonly to: string }
  | { readonly do: 'delete'; readonly secrets: readonly string[] }
  | { readonly do: 'import'; readonly secrets: readonly string[]; readonly wish: Wish }
  | { readonly do: 'undo' | 'refresh' | 'look' | 'signOut' }
  | { readonly do: 'signIn'; readonly account: AccountName };

/** One of the user's flows: how often they try again what failed, and whether they leave at a rate limit. */
export interface Flow {
  readonly action: Action;
  /** Whose secrets it is about. */
  readonly place: Place;
  readonly retries: number;
  readonly isPatient: boolean;
  /** What the user does if VS Code asks for access to their own secrets: gives it, gives another account's, or declines. */
  readonly gives: 'own' | 'other' | 'none';
}

/** What happens at one request: another admin changes something right before it is handled, or it goes wrong. */
export interface Incident {
  /** Which requests of its step are counted: `pages` are those of selections. */
  readonly of: 'requests' | 'writes' | 'pages';
  /** The how manieth of them, from 1. */
  readonly at: number;
  readonly edits?: readonly FixtureEdit[];
  readonly fault?: FaultEffect;
  /** How much longer the request takes, there and back, in milliseconds. */
  readonly delay?: number;
  /** GitHub no longer accepts the tokens for the users' own secrets. */
  readonly revokesUserTokens?: true;
  /** GitHub leaves a repository of a user's secret out of its list. */
  readonly isPartial?: true;
}

/** One or two flows, the second beginning a while after the first. */
export interface Step {
  /** How long nothing happens before, in milliseconds. */
  readonly pause: number;
  readonly flows: readonly Flow[];
  /** How long after the first flow the second begins, in milliseconds. */
  readonly gap: number;
  readonly incidents: readonly Incident[];
}

/** All that one run is made of. */
export interface Sequence {
  readonly size: Size;
  /** Whose secrets all flows and edits are about. The apps among them are shown. */
  readonly places: readonly Place[];
  /** Whether no other admin changes anything. */
  readonly isAlone: boolean;
  /** Whether GitHub changes a visibility only together with a value. */
  readonly requiresValue: boolean;
  /** Decides how long each request takes. */
  readonly network: number;
  readonly steps: readonly Step[];
}

/** The sequence, one action or incident a line. */
export function describe({ size, places, isAlone, requiresValue, network, steps }: Sequence): string {
  const admins = isAlone ? ', no other admin' : '';
  const fixture = `${size} fixture, ${places.join(' and ')}, network ${network}${admins}${requiresValue ? ', GitHub wants values' : ''}`;
  return [fixture, ...steps.flatMap((step, index) => stepLines(step, index + 1))].join('\n');
}

function stepLines({ pause, flows, gap, incidents }: Step, number: number): string[] {
  return [
    ...(pause > 0 ? [`${number}. after ${pause} ms`] : []),
    ...flows.map((flow, index) => `${number}. ${index > 0 ? `${gap} ms later: ` : ''}${flowWords(flow)}`),
    ...incidents.map(
      incident => `     at number ${incident.at} of its ${incident.of}: ${incidentWords(incident)}`,
    ),
  ];
}

function flowWords({ action, place, retries, isPatient, gives }: Flow): string {
  const patience = isPatient ? '' : ', leaves at a rate limit';
  const given = { own: '', other: ", gives another account's access", none: ', declines access' }[gives];
  return `${actionWords(action)} in ${place}${retries > 0 ? `, tries again ${retries} times` : ''}${patience}${place === 'user' ? given : ''}`;
}

/** An action in a few words. */
export function actionWords(action: Action): string {
  const { do: verb, ...rest } = action;
  return [verb, ...Object.values(rest).map(it => JSON.stringify(it))].join(' ');
}

function incidentWords({ edits = [], fault, delay, revokesUserTokens, isPartial }: Incident): string {
  return [
    ...edits.map(({ edit, ...rest }) => `another admin: ${edit} ${JSON.stringify(rest)}`),
    ...(fault ? [`fault: ${JSON.stringify(fault)}`] : []),
    ...(delay === undefined ? [] : [`${delay} ms longer`]),
    ...(revokesUserTokens ? ['the second tokens are revoked'] : []),
    ...(isPartial ? ['a repository is left out'] : []),
  ].join('; ');
}
