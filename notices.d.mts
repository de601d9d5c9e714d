export declare function notices(files: Iterable<string>): Promise<string>;
