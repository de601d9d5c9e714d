/** A GitHub organization, by the name that stands in its address. */
export interface Organization {
  readonly login: string;
}
