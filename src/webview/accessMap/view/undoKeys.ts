/** Whether a key means undo or redo. Undefined in a text field, because that undoes its own typing. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || ctrlKey === metaKey || isTextField(event)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' && !shiftKey ? 'redo' : undefined;
}

/** Searches the event's path, because the toolbar's text fields keep their inputs in a shadow tree. */
function isTextField(event: KeyboardEvent): boolean {
  return event.composedPath().some(it => it instanceof HTMLInputElement && it.type === 'text');
}
