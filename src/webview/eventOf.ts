/** An event as a listener on an element with this tag gets it. */
export type EventOf<K extends keyof HTMLElementTagNameMap> = Event & {
  readonly currentTarget: HTMLElementTagNameMap[K];
};
