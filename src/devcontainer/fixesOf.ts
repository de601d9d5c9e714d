import { devcontainerLabels as labels } from '../labels/devcontainer';
import { commands } from '../manifest';
import type { RepositoryDetails } from '../model/repository';
import { type SecretId, secretIn } from '../model/secret';
import { normalizeName } from '../model/secretName';
import { organizationOwner, repositoryOwner, type SecretOwner, userOwner } from '../model/secretStore';
import { copyRequestCommand } from './copyRequest';
import type { Finding, Level } from './findings';
import type { RepositoryKnowledge } from './repositoryKnowledge';

/** Something that helps against a finding: a command with its argument. */
export interface Fix {
  readonly title: string;
  readonly command: string;
  /** A text to copy, or what the command is about: with the connection that it is known by, since it runs with no other. */
  readonly argument: string | (Readonly<Record<string, unknown>> & { readonly connectionId: string });
}

/** What helps against a finding, the best first. Each runs the ordinary flow. */
export function fixesOf(finding: Finding, knowledge: RepositoryKnowledge, file: string): Fix[] {
  const { details } = knowledge;
  if (!details) return [];
  const name = normalizeName(finding.name);
  const create = creationsOf(name, details, knowledge);
  switch (finding.kind) {
    case 'notGranted':
      return [
        ...accessFixes(name, 'organization', knowledge, details),
        ...create.forRepository,
        ...create.forUser,
        ...openInView(name, 'organization', knowledge),
      ];
    case 'notSelected':
      return [
        ...accessFixes(name, 'user', knowledge, details),
        ...create.forRepository,
        ...openInView(name, 'user', knowledge),
      ];
    case 'nothingProvides': {
      const isKnown = knowledge.storeOf('organization') !== undefined;
      return [...(isKnown ? create.inOrganization : []), ...create.forRepository, ...create.forUser];
    }
    case 'notInRepository':
      return [
        ...create.forRepository,
        ...create.forUser,
        {
          title: labels.copyRequest(),
          command: copyRequestCommand,
          argument: labels.request(name, details.fullName, file),
        },
      ];
  }
}

/** Gives the repository access to a secret that exists. */
function accessFixes(
  secretName: string,
  level: Level,
  knowledge: RepositoryKnowledge,
  { repository, fullName }: RepositoryDetails,
): Fix[] {
  const found = secretAt(secretName, level, knowledge);
  if (!found) return [];
  const { id, isSelected } = found;
  const { connectionId } = knowledge;
  // In the user's own lists, repositories have their owners in their names.
  const name = level === 'user' ? fullName : repository.name;
  return isSelected
    ? [
        {
          title: labels.grant(secretName, fullName),
          command: commands.grantRepositories,
          argument: { kind: 'grant', secret: id, repositories: [{ ...repository, name }], connectionId },
        },
      ]
    : [
        {
          title: labels.changeVisibility(secretName),
          command: commands.changeVisibility,
          argument: { kind: 'secret', ...id, connectionId },
        },
      ];
}

function openInView(name: string, level: Level, knowledge: RepositoryKnowledge): Fix[] {
  const found = secretAt(name, level, knowledge);
  return found
    ? [
        {
          title: labels.openInView(),
          command: commands.findSecret,
          argument: { kind: 'reveal', secret: found.id, connectionId: knowledge.connectionId },
        },
      ]
    : [];
}

function secretAt(
  name: string,
  level: Level,
  knowledge: RepositoryKnowledge,
): { readonly id: SecretId; readonly isSelected: boolean } | undefined {
  const store = knowledge.storeOf(level);
  const secret = knowledge.secretsOf(level).find(it => normalizeName(it.name) === name);
  return store && secret
    ? { id: secretIn(store, secret.name), isSelected: secret.visibility === 'selected' }
    : undefined;
}

/** The ways to create a secret of a name. */
function creationsOf(
  name: string,
  { repository, fullName, organization, canWrite }: RepositoryDetails,
  knowledge: RepositoryKnowledge,
): Readonly<Record<'inOrganization' | 'forRepository' | 'forUser', Fix[]>> {
  const { user, connectionId } = knowledge;
  const fix = (title: string, owner: SecretOwner, isNamed = false): Fix => ({
    title,
    command: commands.createSecret,
    argument: {
      kind: 'place',
      owner,
      ...(owner.kind === 'organization' && { app: 'codespaces' }),
      name,
      connectionId,
      repositories: [isNamed ? { ...repository, name: fullName } : repository],
    },
  });
  return {
    inOrganization:
      organization === undefined
        ? []
        : [fix(labels.createInOrganization(organization), organizationOwner(organization))],
    forRepository: canWrite ? [fix(labels.createForRepository(), repositoryOwner(repository, fullName))] : [],
    // Where the user has it for others, creating it would replace its value.
    forUser: secretAt(name, 'user', knowledge) ? [] : [fix(labels.createForUser(), userOwner(user), true)],
  };
}
