/** Stands, unseen, before what the reporter prints: on its way out of a window VS Code mixes it with its own log. */
export const outputMark = '\u2063';

/**
 * Before the path of a file: what a test prints to have written there all that the window keeps in its browser. The file
 * appears when it is whole.
 */
export const storageRequest = '\u2062';
