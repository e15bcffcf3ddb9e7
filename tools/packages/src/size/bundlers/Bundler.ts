/** The target of a bundle. */
export type Platform = 'browser' | 'node'

/** Bundles one file, minified, as its users' projects do without any tuning. Node's built-ins stay outside. */
export type Bundler = (entryFile: string, platform: Platform) => Promise<string>
