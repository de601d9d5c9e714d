import type { Answer } from '../../ui/prompts/steps';

/** Keeps the answer of a step, or what was entered in it when the user goes back. */
export async function kept<T>(asked: Promise<Answer<T>>, keep: (value: T) => void): Promise<Answer<T>> {
  const answer = await asked;
  const entered = answer && 'back' in answer ? answer.back : answer;
  if (entered) keep(entered.value);
  return answer;
}
