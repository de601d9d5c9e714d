import type { ControlAnswers, ControlCommand, RecordedRequest } from './control';
import type { WorldEdit } from './edits';
import type { Fault, FaultSpec, RequestPattern } from './faults';
import type { Violation } from './gitHub';
import type { StoredSecret, World } from './world';
import { worldNamed } from './worlds';

/** What commands need of a stand-in. */
export interface Controlled {
  limits: boolean;
  latencyMs: number;
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  edit(...edits: readonly WorldEdit[]): void;
  fault(spec: FaultSpec): Fault;
  faultOf(id: number): Fault;
  answered(pattern: RequestPattern, count?: number): Promise<void>;
  forgetRequests(): void;
  valueBytes(organization: string, name: string): Uint8Array | undefined;
  secret(organization: string, name: string): StoredSecret | undefined;
  reset(world?: World): void;
}

/** Carries out a command that came from another process. */
export async function execute(
  standIn: Controlled,
  command: ControlCommand,
): Promise<ControlAnswers[keyof ControlAnswers]> {
  switch (command.control) {
    case 'edit':
      standIn.edit(...command.edits);
      return null;
    case 'fault':
      return standIn.fault(command.fault).id;
    case 'holding':
      await standIn.faultOf(command.id).holding(command.count);
      return null;
    case 'release':
      standIn.faultOf(command.id).release();
      return null;
    case 'endFault':
      standIn.faultOf(command.id).end();
      return null;
    case 'requests':
      return standIn.requests;
    case 'answered':
      await standIn.answered(command.pattern, command.count);
      return null;
    case 'forgetRequests':
      standIn.forgetRequests();
      return null;
    case 'violations':
      return standIn.violations;
    case 'value': {
      const bytes = standIn.valueBytes(command.organization, command.name);
      return bytes ? Buffer.from(bytes).toString('base64') : null;
    }
    case 'secret':
      return standIn.secret(command.organization, command.name) ?? null;
    case 'settings':
      standIn.limits = command.limits ?? standIn.limits;
      standIn.latencyMs = command.latencyMs ?? standIn.latencyMs;
      return null;
    case 'reset':
      standIn.reset(command.world && worldNamed(command.world));
      return null;
  }
}
