import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles a program into one file in `folder`.
 *
 * @param contents - source code of the program. Relative imports start from `folder`.
 * @param format - format of the file: `esm` for a module, `iife` for a script.
 * @returns the path of the file.
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
