export declare function iconFont(css: string): Promise<Uint8Array>;
