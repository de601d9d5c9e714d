import { isSecretApp } from '../../model/secretApp';
import { storeOf } from '../../model/secretStore';

/**
 * The arguments of a command, with secrets as the views have them. A key binding of the user can name a secret by its
 * organization alone: `{ "kind": "secret", "organization": "acme", "name": "NPM_TOKEN" }` is one of Codespaces. One with an
 * app that doesn't exist stays as it is, and the command fails: that it is one of Codespaces is not what was meant.
 */
export function nodeArguments(args: readonly unknown[]): unknown[] {
  return args.map(argument => (Array.isArray(argument) ? argument.map(completed) : completed(argument)));
}

/** The very object where nothing is missing: the views know their rows by it. */
function completed(argument: unknown): unknown {
  if (!isObject(argument)) return argument;
  switch (argument['kind']) {
    case 'secret':
    case 'receivedSecret':
      return withOwner(argument);
    case 'repository': {
      const { secret } = argument;
      const whole = isObject(secret) ? withOwner(secret) : secret;
      return whole === secret ? argument : { ...argument, secret: whole };
    }
    default:
      return argument;
  }
}

function withOwner(secret: Record<string, unknown>): Record<string, unknown> {
  const { app = 'codespaces', owner, organization } = secret;
  if (owner !== undefined || typeof organization !== 'string') return secret;
  if (typeof app !== 'string' || !isSecretApp(app)) return secret;
  return { ...secret, ...storeOf(app, organization) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
