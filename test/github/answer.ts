/** A response before the headers that every response has. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; a string is sent as it is, as HTML. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that says no, in the shape GitHub gives errors. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  /** `details` are more members of the body, as `errors`. */
  constructor(
    status: number,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }

  /** The whole response. `documentation` is the address of the operation's page. */
  answer(documentation: string): Answer {
    const { status, message, details, headers } = this;
    return {
      status,
      body: { message, documentation_url: documentation, ...details, status: String(status) },
      headers,
    };
  }
}

/** GitHub's answer to whatever the token may not know of. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}
