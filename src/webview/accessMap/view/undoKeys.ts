/** What a key asks for: to undo or to redo the last step. Nothing in a text field, which undoes its own typing. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || ctrlKey === metaKey || isTextField(event)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' && !shiftKey ? 'redo' : undefined;
}

/** The text fields of the toolbar have their inputs in a tree of their own, so the event's path is looked through. */
function isTextField(event: KeyboardEvent): boolean {
  return event.composedPath().some(it => it instanceof HTMLInputElement && it.type === 'text');
}
