/** What a storm came to, all in all. */
export interface StormResult {
  sequences: number;
  actions: number;
  requests: number;
  writes: number;
  /** Edits of other admins that a write undid, as GitHub's interface makes unavoidable (fact 5 of the design). */
  excused: number;
  /** How often each kind of flow reported what. */
  readonly reports: Map<string, number>;
  /** What went wrong, with the shortest sequence that shows it; nothing where nothing did. */
  failure: string | undefined;
}

export function emptyResult(): StormResult {
  return {
    sequences: 0,
    actions: 0,
    requests: 0,
    writes: 0,
    excused: 0,
    reports: new Map(),
    failure: undefined,
  };
}

/** Counts the one to the other. */
export function addTo(
  result: StormResult,
  {
    sequences,
    actions,
    requests,
    writes,
    excused,
    reports,
  }: Omit<StormResult, 'failure' | 'reports'> & {
    readonly reports: ReadonlyMap<string, number>;
  },
): void {
  result.sequences += sequences;
  result.actions += actions;
  result.requests += requests;
  result.writes += writes;
  result.excused += excused;
  for (const [kind, count] of reports) result.reports.set(kind, (result.reports.get(kind) ?? 0) + count);
}
