import type { ControlAnswers, ControlCommand, RecordedRequest } from './control';
import type { FixtureEdit } from './edits';
import type { Fault, FaultSpec, RequestPattern } from './faults';
import type { Violation } from './gitHub';
import type { SecretApp, StoredSecret, Fixture } from './fixture';
import { fixtureNamed } from './fixtures';
import type { OwnSecretOwner, StoredRepositorySecret, StoredUserSecret } from './storedOwnSecrets';

/** What commands need of a simulated GitHub. */
export interface Controlled {
  limits: boolean;
  latencyMs: number;
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  edit(...edits: readonly FixtureEdit[]): void;
  fault(spec: FaultSpec): Fault;
  faultOf(id: number): Fault;
  answered(pattern: RequestPattern, count?: number): Promise<void>;
  forgetRequests(): void;
  valueBytes(organization: string, name: string, app?: SecretApp): Uint8Array | undefined;
  secret(organization: string, name: string, app?: SecretApp): StoredSecret | undefined;
  ownValueBytes(owner: OwnSecretOwner, name: string): Uint8Array | undefined;
  repositorySecret(fullName: string, name: string): StoredRepositorySecret | undefined;
  userSecret(login: string, name: string): StoredUserSecret | undefined;
  reset(fixture?: Fixture): void;
}

/** Carries out a command that came from another process. */
export async function execute(
  fakeGitHub: Controlled,
  command: ControlCommand,
): Promise<ControlAnswers[keyof ControlAnswers]> {
  switch (command.control) {
    case 'edit':
      fakeGitHub.edit(...command.edits);
      return null;
    case 'fault':
      return fakeGitHub.fault(command.fault).id;
    case 'holding':
      await fakeGitHub.faultOf(command.id).holding(command.count);
      return null;
    case 'release':
      fakeGitHub.faultOf(command.id).release();
      return null;
    case 'endFault':
      fakeGitHub.faultOf(command.id).end();
      return null;
    case 'requests':
      return fakeGitHub.requests;
    case 'answered':
      await fakeGitHub.answered(command.pattern, command.count);
      return null;
    case 'forgetRequests':
      fakeGitHub.forgetRequests();
      return null;
    case 'violations':
      return fakeGitHub.violations;
    case 'value':
      return base64(fakeGitHub.valueBytes(command.organization, command.name, command.app));
    case 'secret':
      return fakeGitHub.secret(command.organization, command.name, command.app) ?? null;
    case 'ownValue':
      return base64(fakeGitHub.ownValueBytes(command.owner, command.name));
    case 'repositorySecret':
      return fakeGitHub.repositorySecret(command.fullName, command.name) ?? null;
    case 'userSecret':
      return fakeGitHub.userSecret(command.login, command.name) ?? null;
    case 'settings':
      fakeGitHub.limits = command.limits ?? fakeGitHub.limits;
      fakeGitHub.latencyMs = command.latencyMs ?? fakeGitHub.latencyMs;
      return null;
    case 'reset':
      fakeGitHub.reset(command.fixture && fixtureNamed(command.fixture));
      return null;
  }
}

function base64(bytes: Uint8Array | undefined): string | null {
  return bytes ? Buffer.from(bytes).toString('base64') : null;
}
