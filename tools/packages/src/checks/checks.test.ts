import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { PackedPackage } from '../Check.ts'
import { workspaceRoot } from '../listPackages.ts'
import { withTemporaryFolder } from '../withTemporaryFolder.ts'
import { checkContents } from './checkContents.ts'
import { checkDocuments } from './checkDocuments.ts'
import { checkExports } from './checkExports.ts'
import { checkVersion } from './checkVersion.ts'

const packageJson: PackedPackage['packageJson'] = {
  name: 'sample',
  version: '1.2.3',
  bin: { sample: './dist/bin.js' },
  exports: {
    '.': {
      '@wecom/source': './src/index.ts',
      types: './dist/index.d.ts',
      module: './dist/index.js',
      node: './dist/bundle/index.js',
      default: './dist/index.js',
    },
  },
  imports: { '#version': { '@wecom/source': { browser: './src/version.ts' }, default: './dist/version.js' } },
}
const built = ['index', 'bin', 'version'].flatMap((name) =>
  ['.js', '.js.map', '.d.ts', '.d.ts.map'].map((ending) => [`dist/${name}${ending}`, '#!/usr/bin/env node\n'] as const),
)
const sound: Readonly<Record<string, string>> = {
  LICENSE: 'MIT',
  'README.md': '# sample',
  'src/index.ts': '',
  'src/bin.ts': '#!/usr/bin/env node\n',
  'src/version.ts': "export const version = '1.2.3'",
  'dist/bundle/index.js': '',
  'dist/bundle/shared-ABC.js': '',
  ...Object.fromEntries(built),
}

function check(files: Readonly<Record<string, string>>): Promise<string[]> {
  return withTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const packed = { folder, packageJson, tarball: '', files: Object.keys(files) }
    const found = [checkDocuments(packed), await checkContents(packed), await checkExports(packed)]
    return [...found, await checkVersion(packed)].flatMap(({ problems }) => problems)
  })
}

test('default: a sound package has no problems', async () => {
  expect(await check(sound)).toEqual([])
})

test.for<[what: string, files: Record<string, string | undefined>, problem: string]>([
  ['no readme', { 'README.md': undefined }, 'README.md is missing'],
  ['a test', { 'src/index.test.ts': '' }, 'src/index.test.ts does not belong in it'],
  ['a file of settings', { '.env': '' }, '.env does not belong in it'],
  ['a path', { 'README.md': `see ${workspaceRoot}` }, `README.md names a path of this machine: ${workspaceRoot}`],
  ['a key', { 'README.md': '-----BEGIN RSA PRIVATE KEY-----' }, 'README.md holds what looks like a secret'],
  ['a source that was not built', { 'src/added.ts': '' }, 'dist/added.d.ts is not built'],
  ['an old build', { 'dist/removed.js': '' }, 'dist/removed.js is left over: its source is gone'],
  ['a program without its first line', { 'dist/bin.js': '' }, 'dist/bin.js does not start with #!/usr/bin/env node'],
  [
    'another version',
    { 'src/version.ts': "export const version = '1.2.2'" },
    'src/version.ts says 1.2.2, package.json 1.2.3',
  ],
  [
    'an entry that is missing',
    { 'dist/index.js': undefined },
    'dist/index.js is named in package.json, but not packed',
  ],
  [
    'a variant that is missing',
    { 'src/version.ts': undefined },
    'src/version.ts is named in package.json, but not packed',
  ],
  [
    'a bundle that is missing',
    { 'dist/bundle/index.js': undefined },
    'dist/bundle/index.js is named in package.json, but not packed',
  ],
])('error: %s', async ([, changes, problem]) => {
  const files = Object.entries({ ...sound, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )

  expect(await check(Object.fromEntries(files))).toContain(problem)
})

test('error: an entry without a bundle for Node', async () => {
  const [entry] = Object.values(packageJson.exports ?? {})
  const { node: _node, ...others } = entry as Record<string, string>
  const { problems } = await checkExports({
    folder: '',
    packageJson: { ...packageJson, bin: {}, exports: { '.': others } },
    tarball: '',
    files: Object.keys(sound),
  })

  expect(problems).toEqual([expect.stringMatching(/^the entry \. is not .*"node":"\.\/dist\/bundle\/index\.js"/)])
})
