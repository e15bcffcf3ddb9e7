/** The target of a bundle. */
export type Platform = 'browser' | 'node'

/** Bundles and minifies one file with the default settings of the bundler. Node's built-ins stay external. */
export type Bundler = (entryFile: string, platform: Platform) => Promise<string>
