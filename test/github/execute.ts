import type { ControlAnswers, ControlCommand, RecordedRequest } from './control';
import type { FixtureEdit } from './edits';
import type { Fault, FaultSpec, RequestPattern } from './faults';
import type { Violation } from './gitHub';
import type { SecretApp, StoredSecret, Fixture } from './fixture';
import { fixtureNamed } from './fixtures';

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
    case 'value': {
      const bytes = fakeGitHub.valueBytes(command.organization, command.name, command.app);
      return bytes ? Buffer.from(bytes).toString('base64') : null;
    }
    case 'secret':
      return fakeGitHub.secret(command.organization, command.name, command.app) ?? null;
    case 'settings':
      fakeGitHub.limits = command.limits ?? fakeGitHub.limits;
      fakeGitHub.latencyMs = command.latencyMs ?? fakeGitHub.latencyMs;
      return null;
    case 'reset':
      fakeGitHub.reset(command.fixture && fixtureNamed(command.fixture));
      return null;
  }
}
