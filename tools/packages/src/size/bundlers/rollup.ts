import { nodeResolve } from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import { rollup } from 'rollup'
import { type Bundler, external } from './Bundler.ts'

export const rollupBundler: Bundler = async (entryFile, platform) => {
  const resolve = nodeResolve(platform === 'browser' ? { browser: true } : { exportConditions: ['node'] })
  const bundle = await rollup({
    input: entryFile,
    external,
    plugins: [resolve],
    onwarn: (warning, warn) => {
      // Circular imports within kysely.
      if (warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning)
    },
  })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const code = output.map((part) => (part.type === 'chunk' ? part.code : '')).join('')
  // Rollup itself does not minify.
  const minified = await transform(code, { format: 'esm', minify: true, target: 'es2022' })
  return minified.code
}
