import { pause, type Clock } from './clock';
import type { FixtureEdit } from './edits';
import { Fault, type FaultSpec } from './faults';
import type { Incoming } from './incoming';

/** The faults that a test asked for. */
export class FaultList {
  #faults: Fault[] = [];
  #last = 0;

  /** Of several that fit a request all happen, in the order they were asked for. */
  add(spec: FaultSpec): Fault {
    const fault = new Fault((this.#last += 1), spec);
    this.#faults.push(fault);
    return fault;
  }

  /** A fault by its id; throws where it is over. */
  byId(id: number): Fault {
    const fault = this.#faults.find(candidate => candidate.id === id);
    if (!fault) throw new Error(`There is no fault ${id}.`);
    return fault;
  }

  /** Those that happen to this request; counts them. */
  taking({ method, path, query }: Incoming): Fault[] {
    return this.#faults.filter(fault => fault.takes(method, path, query.toString()));
  }

  /** Ends all, and lets go what they hold. */
  end(): void {
    this.#faults.forEach(fault => fault.end());
    this.#faults = [];
  }
}

/** What faults need to happen. */
export interface FaultStage {
  readonly clock: Clock;
  readonly edit: (...edits: readonly FixtureEdit[]) => void;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal | undefined;
}

/** Lets the faults of one side of the handling happen, and says whether they broke the connection. */
export async function meet(
  faults: readonly Fault[],
  when: 'before' | 'after',
  { clock, edit, signal }: FaultStage,
): Promise<boolean> {
  let isLost = false;
  for (const { spec, hold } of faults)
    if (spec.kind === 'latency' && when === 'before') await pause(clock, spec.ms);
    else if (spec.kind === 'before' && when === 'before') edit(...spec.edits);
    else if (spec.kind === 'hold' && (spec.when ?? 'before') === when) await hold();
    else if (spec.kind === 'hang' && (spec.when ?? 'before') === when) {
      await hold(signal);
      isLost = true;
    } else if (spec.kind === (when === 'before' ? 'drop' : 'dropAfter')) isLost = true;
  return isLost;
}
