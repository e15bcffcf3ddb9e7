import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { listProjects } from './listProjects.ts'

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

const examples = fileURLToPath(new URL('..', import.meta.url))
const readText = (path: string): string => readFileSync(join(examples, path), 'utf8')
const projects = listProjects()
const installed = (JSON.parse(readText('install/package.json')) as PackageJson).dependencies ?? {}

test('there are projects', () => {
  expect(projects).toContain('nightly-sync')
  expect(projects).toContain('module-formats/commonjs')
})

test.each(projects)('%s: the one install has the versions that it names', (project) => {
  const { dependencies, devDependencies } = JSON.parse(readText(`${project}/package.json`)) as PackageJson
  const named = Object.entries({ ...dependencies, ...devDependencies })

  expect(named.filter(([name, version]) => !name.startsWith('@wecom/') && installed[name] !== version)).toEqual([])
})

test('the lock names no host and no folder of a machine, and none of our packages', () => {
  const text = readText('install/package-lock.json')

  expect(text).not.toMatch(/"resolved"|https?:\/\/registry|file:|"node_modules\/@wecom\//)
})

test('the lock decides every version that is installed besides our packages', () => {
  const { packages: locked } = JSON.parse(readText('install/package-lock.json')) as Lock
  const { packages: found } = JSON.parse(
    readFileSync(join(inject('folder'), 'node_modules/.package-lock.json'), 'utf8'),
  ) as Lock
  const others = Object.entries(found).filter(([path]) => !path.includes('node_modules/@wecom/'))

  expect(others.length).toBeGreaterThan(300)
  expect(others.filter(([path, { version }]) => locked[path]?.version !== version)).toEqual([])
})
