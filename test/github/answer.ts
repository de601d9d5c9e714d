/** A response before the headers that every response has. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; a string is sent as it is, as HTML. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent without the headers that GitHub adds to every response. */
  readonly bare?: boolean;
}

/** An answer that says no, in the shape GitHub gives errors. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly bare: boolean;

  /** `details` are more members of the body, as `errors`; `bare` as in `Answer`. */
  constructor(
    status: number,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
    bare = false,
  ) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = headers;
    this.bare = bare;
  }

  /** The whole response. `documentation` is the address of the operation's page. */
  answer(documentation: string): Answer {
    const { status, message, details, headers, bare } = this;
    return {
      status,
      body: { message, documentation_url: documentation, ...details, status: String(status) },
      headers,
      bare,
    };
  }
}

/** GitHub's answer to whatever the token may not know of. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** The texts of bodies: what a request is answered with is needed as a text for its ETag and again for sending. */
const texts = new WeakMap<object, string>();

/** A body as it is sent: HTML as it is, everything else as JSON. */
export function textOf({ body }: Answer): string {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null) return body === undefined ? '' : JSON.stringify(body);
  const text = texts.get(body) ?? JSON.stringify(body);
  texts.set(body, text);
  return text;
}
