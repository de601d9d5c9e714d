import { chooseAppsLabels as labels } from '../labels/apps';
import { askApps } from '../ui/prompts/appStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import type { Flow } from './shared/commandContext';
import { kept } from './shared/kept';
import type { SecretApp } from '../model/secretApp';

/** Lets the user choose the apps whose secrets are shown. */
export async function chooseApps({ settings, store, host }: Flow): Promise<void> {
  const all = settings.existingApps(host);
  let chosen = store.apps;
  const askForApps: Step = position =>
    kept<readonly SecretApp[]>(
      askApps(
        position,
        all.map(app => ({ app })),
        chosen,
        labels.question(),
      ),
      apps => (chosen = apps),
    );
  if (await askSteps(labels.title(), () => [askForApps])) await settings.showApps(chosen, host);
}
