import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))
const files = globSync('**/*.ts', { cwd: src }).filter(
  (file) => !/\.test\.ts$|(^|\/)fixtures\/|\.generated\.ts$/.test(file),
)
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8')
const lines = new Map(files.map((file) => [file, textOf(file).split('\n').length - 1]))
/**
 * The imports of each source file, imports of types included, but without imports of other packages. Keys and values
 * are paths relative to `src`.
 */
const imports = new Map(
  files.map((file) => [
    file,
    [...textOf(file).matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path))),
  ]),
)

/** Folders from the lowest layer to the highest. A layer imports only from layers below it. */
const layers = [
  'version.ts',
  'base/',
  'state/',
  'callbacks/',
  'seed/',
  'people/',
  'answers/',
  'wire/',
  'createFakeCorp.ts',
  'server/',
]
const entries = ['index.ts', 'server.ts']
const layerOf = (file: string): number =>
  entries.includes(file) ? layers.length : layers.findIndex((layer) => file.startsWith(layer))

test('at most 130 source files, none above 500 lines, at most ten below 50', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files.length).toBeLessThanOrEqual(130)
  expect(files.filter((file) => (lines.get(file) ?? 0) > 500)).toEqual([])
  expect(files.filter((file) => (lines.get(file) ?? 0) < 50).length).toBeLessThanOrEqual(10)
})

test('a layer knows only those below it', () => {
  const upward = [...imports].flatMap(([file, others]) =>
    others.filter((other) => layerOf(other) > layerOf(file)).map((other) => `${file} -> ${other}`),
  )
  expect(files.filter((file) => layerOf(file) === -1)).toEqual([])
  expect(upward).toEqual([])
})

test('no file imports itself by way of others, types included', () => {
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
    (imports.get(from) ?? []).some((next) => {
      if (next === wanted) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, wanted, seen)
    })
  expect(files.filter((file) => reaches(file, file))).toEqual([])
})

test.for(['createMassMessage', 'customerAddsMember'])('%s enters at most twelve files on its way', (thing) => {
  const program = join(src, 'fixtures/traceRequest.ts')
  const child = spawnSync(process.execPath, ['--conditions=@wecom/source', program, thing], { encoding: 'utf8' })
  expect(child.stderr).not.toContain('Error')
  const ran = JSON.parse(child.stdout) as string[]
  const onTheWay = ran.filter((file) => /^(wire|answers|people|callbacks)\//.test(file))

  expect(onTheWay.length).toBeGreaterThan(3)
  expect(onTheWay.length, onTheWay.join(' ')).toBeLessThanOrEqual(12)
})
