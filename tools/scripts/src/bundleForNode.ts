// Run it in the folder of a package. It bundles the JavaScript of its entries and programs into a few files in
// `dist/bundle`, because Node takes a third of a millisecond for every imported file.
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'

interface PackageJson {
  readonly exports: Readonly<Record<string, string | { readonly node: string }>>
  readonly bin?: Readonly<Record<string, string>>
}

const { exports, bin = {} } = JSON.parse(await readFile('package.json', 'utf8')) as PackageJson
const entries = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : [target.node]))

await build({
  entryPoints: [...entries, ...Object.values(bin)].map(sourceOf),
  outbase: 'src',
  outdir: 'dist/bundle',
  bundle: true,
  // Shared code of entries is in one file, so that they have the same classes and state.
  splitting: true,
  chunkNames: 'shared-[hash]',
  // Imports of the package's own `imports` resolve to sources, as its relative imports do.
  conditions: ['@wecom/source'],
  // Other packages stay external, because the program may use them as well.
  packages: 'external',
  platform: 'node',
  target: 'node22.12',
  format: 'esm',
  charset: 'utf8',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
})

function sourceOf(bundle: string): string {
  return bundle.replace('./dist/bundle/', './src/').replace(/\.js$/, '.ts')
}
