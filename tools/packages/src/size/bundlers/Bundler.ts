/** The target of a bundle. */
export type Platform = 'browser' | 'node'

/**
 * Bundles and minifies one file with the default settings of a bundler, and returns the code. The built-in modules of
 * Node.js are not bundled.
 */
export type Bundler = (entryFile: string, platform: Platform) => Promise<string>

/** Modules that are not bundled: the built-in modules of Node.js, and packages that work only on Node.js. */
export const external: RegExp = /^(node:.*|bullmq|mysql2\/promise|pg|undici)$/
