/** Stands for the table of Octokit's methods in the bundle: two thirds of Octokit, and none of it is called here. */
export function legacyRestEndpointMethods(): Record<string, never> {
  return {};
}
