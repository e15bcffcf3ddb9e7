// Run it in the folder of a package. It bundles the JavaScript of its entries and programs into a few files in
// `dist/bundle`, because Node takes a third of a millisecond for every imported file.
import { readFile } from 'node:fs/promises'
import { build } from 'rolldown'

interface PackageJson {
  readonly exports: Readonly<Record<string, string | { readonly node: string }>>
  readonly bin?: Readonly<Record<string, string>>
}

const { exports, bin = {} } = JSON.parse(await readFile('package.json', 'utf8')) as PackageJson
const entries = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : [target.node]))
const names = [...entries, ...Object.values(bin)].map(nameOf)
const isProgram = Object.keys(bin).length > 0

await build({
  input: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
  // Other packages stay external, because the program may use them as well.
  external: (id) => !/^[./#]/.test(id),
  platform: 'node',
  // Imports of the package's own `imports` resolve to sources, as its relative imports do.
  resolve: { conditionNames: ['@wecom/source', 'node', 'import', 'default'] },
  transform: { target: 'node22.12' },
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared-[hash].js',
    // Entries share one file, so that they have the same classes and state. A program loads the code of a command only
    // when it needs the command, so its code is in more files.
    ...(!isProgram && { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } }),
    comments: { annotation: true, jsdoc: false, legal: false },
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
  logLevel: 'warn',
})

function nameOf(bundle: string): string {
  return bundle.replace('./dist/bundle/', '').replace(/\.js$/, '')
}
