/** Bundles one file for browsers, minified, as its users' projects do without any tuning. Node's built-ins stay outside. */
export type Bundler = (entryFile: string) => Promise<string>
