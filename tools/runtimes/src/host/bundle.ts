import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles a program of a folder into one file: `contents` imports from `./`.
 *
 * @param format - `esm` for a module, `iife` for a script.
 * @returns the file's name.
 */
export async function bundle(folder: string, name: string, contents: string, format: 'esm' | 'iife'): Promise<string> {
  const outfile = join(folder, `${name}.bundle.js`)
  await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  })
  return outfile
}
