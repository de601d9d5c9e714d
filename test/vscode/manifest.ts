import { name, publisher } from '../../package.json';

/** The id under which VS Code knows the extension. */
export const extensionId = `${publisher}.${name}`;
