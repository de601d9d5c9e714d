import { CancellationError, type CancellationToken } from 'vscode';

/** Waits for a step of some work. Rejects as soon as nobody wants the answer. */
export type Wait = <T>(step: () => Promise<T>) => Promise<T>;

/** Waits until a token is cancelled. What was sent to GitHub by then is answered, and no further step begins. */
export async function untilCancelled<T>(
  token: CancellationToken,
  work: (wait: Wait) => Promise<T>,
): Promise<T> {
  let cancel: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(new CancellationError());
  });
  cancelled.catch(() => undefined);
  const subscription = token.onCancellationRequested(cancel);
  if (token.isCancellationRequested) cancel();
  const wait: Wait = async step => {
    if (token.isCancellationRequested) throw new CancellationError();
    return Promise.race([step(), cancelled]);
  };
  try {
    return await work(wait);
  } finally {
    subscription.dispose();
  }
}
