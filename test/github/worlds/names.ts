/** The worlds that a stand-in in another process can be reset to by name. */
export type WorldName = 'empty' | 'test' | 'demo';
