import { createInAppsLabels as labels } from '../../labels/createInApps';
import type { SecretAccess } from '../../model/access';
import type { SecretId } from '../../model/secret';
import type { Repository } from '../../model/repository';
import type { SecretApp } from '../../model/secretApp';
import type { SecretOwner } from '../../model/secretStore';
import { askChoice } from '../../ui/prompts/choiceStep';
import type { Step } from '../../ui/prompts/steps';
import type { Flow } from './commandContext';
import { type AccessQuestions, accessQuestions } from './accessSteps';
import { kept } from './kept';

/** Who can use the new secrets of several apps: the same repositories in each, or each app's own. */
export class AccessInApps {
  readonly #flow: Flow;
  readonly #owner: () => SecretOwner;
  readonly #preselected: readonly Repository[];
  readonly #forAll: AccessQuestions;
  readonly #forEach = new Map<SecretApp, AccessQuestions>();
  #isSame = true;

  /** @param preselected the repositories that are checked at first */
  constructor(flow: Flow, owner: () => SecretOwner, preselected: readonly Repository[] = []) {
    this.#flow = flow;
    this.#owner = owner;
    this.#preselected = preselected;
    this.#forAll = this.#questions();
  }

  /** @param created the secrets that are new */
  steps(created: readonly SecretId[]): readonly Step[] {
    if (created.length === 0) return [];
    if (created.length === 1) return this.#forAll.steps();
    const own = created.flatMap(({ app }) =>
      this.#of(app)
        .steps()
        .map(
          (step): Step =>
            position =>
              step({ ...position, title: labels.stepTitle(position.title, app) }),
        ),
    );
    return [this.#askWhether, ...(this.#isSame ? this.#forAll.steps() : own)];
  }

  /** Who can use one of the new secrets. Undefined until the user has answered. */
  access(app: SecretApp, created: readonly SecretId[]): SecretAccess | undefined {
    return created.length === 1 || this.#isSame ? this.#forAll.access() : this.#of(app).access();
  }

  readonly #askWhether: Step = position =>
    kept(
      askChoice(
        position,
        labels.accessQuestion(),
        [
          { value: true, label: labels.sameAccess() },
          { value: false, label: labels.ownAccess() },
        ],
        this.#isSame,
      ),
      isSame => (this.#isSame = isSame),
    );

  #of(app: SecretApp): AccessQuestions {
    const questions = this.#forEach.get(app) ?? this.#questions();
    this.#forEach.set(app, questions);
    return questions;
  }

  #questions(): AccessQuestions {
    return accessQuestions(this.#flow.store, this.#owner, this.#preselected);
  }
}
