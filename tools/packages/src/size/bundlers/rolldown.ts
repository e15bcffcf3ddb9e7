import { rolldown } from 'rolldown'
import { type Bundler, external } from './Bundler.ts'

export const rolldownBundler: Bundler = async (entryFile, platform) => {
  await using bundle = await rolldown({ input: entryFile, external, platform })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('')
}
