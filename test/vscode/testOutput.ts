/** Stands, unseen, before what the reporter prints: on its way out of a window VS Code mixes it with its own log. */
export const outputMark = '\u2063';
