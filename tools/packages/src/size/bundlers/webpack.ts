import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import webpack from 'webpack'
import { type Bundler, external } from './Bundler.ts'

export const webpackBundler: Bundler = async (entryFile, platform) => {
  const folder = join(dirname(entryFile), 'webpack')
  await new Promise<void>((resolve, reject) => {
    const compiler = webpack({
      entry: entryFile,
      experiments: { outputModule: true },
      externals: external,
      mode: 'production',
      output: { path: folder, clean: true, module: true },
      target: [platform === 'browser' ? 'web' : 'node', 'es2022'],
    })
    compiler.run((error, stats) => {
      if (error) reject(error)
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else compiler.close(() => resolve())
    })
  })
  const files = (await readdir(folder)).toSorted()
  const chunks = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return chunks.join('')
}
