export declare function createPackage(
  packagePath: string,
  environment: Record<string, string | undefined>,
): Promise<void>;
export declare function isPreRelease(version: string): boolean;
export declare function withoutRelativeLinks(markdown: string): string;
