/** The target of a bundle. */
export type Platform = 'browser' | 'node'

/** Bundles and minifies one file with the default settings of the bundler. Node's built-ins stay external. */
export type Bundler = (entryFile: string, platform: Platform) => Promise<string>

/** Modules that stay imports: those of Node, and packages for Node alone that entries of ours import. */
export const external: RegExp = /^(node:.*|bullmq|mysql2\/promise|pg|undici)$/
