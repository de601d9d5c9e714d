import { checkHostMessage } from './protocol';
import { App, type Host } from './view/app';

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const app = new App(host);
document.body.append(app.element);
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const checked = checkHostMessage(data);
  if ('message' in checked) app.receive(checked.message);
  else host.postMessage({ type: 'ignored', problem: checked.problem });
});
host.postMessage({ type: 'ready' });
