import { Editor, type Host } from './editor';
import { checkHostMessage } from './protocol';

// The page uses only VS Code's messages, not its state, because VS Code writes that to disk.
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const editor = new Editor(host);
document.body.append(editor.element);
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const checked = checkHostMessage(data);
  if ('message' in checked) editor.receive(checked.message);
  else host.postMessage({ type: 'ignored', problem: checked.problem });
});
window.addEventListener('pagehide', () => {
  editor.forget();
});
host.postMessage({ type: 'ready' });
