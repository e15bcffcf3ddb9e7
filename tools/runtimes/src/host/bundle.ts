import { join } from 'node:path'
import { build } from 'esbuild'

/** One module of a program in that folder: `contents` imports what it needs from `./`. Returns the file's name. */
export async function bundle(folder: string, name: string, contents: string): Promise<string> {
  const outfile = join(folder, `${name}.bundle.js`)
  await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  })
  return outfile
}
