import { build } from 'esbuild'
import type { Bundler } from './Bundler.ts'

export const esbuildBundler: Bundler = async (entryFile, platform) => {
  const { outputFiles } = await build({
    entryPoints: [entryFile],
    bundle: true,
    external: ['node:*', 'bullmq', 'mysql2/promise', 'pg', 'undici'],
    format: 'esm',
    logLevel: 'error',
    minify: true,
    platform,
    target: 'es2022',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}
