import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listPackages, workspaceRoot, writeConsumer } from '@wecom-tools/packages'
import { beforeAll, expect, inject, test } from 'vitest'
import { bin, type Ended, runProgram } from './programs.ts'

// Holds what packages/core/MODULES.md says about TypeScript.

const project = 'typescript-settings'
const compilers = { 5: bin('typescript/bin/tsc'), 7: join(workspaceRoot, 'node_modules/typescript/bin/tsc') }

beforeAll(async () => {
  const folder = join(inject('folder'), project)
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), '{ "name": "typescript-settings", "private": true }\n')
  // One file calls every function of every package. TypeScript 5, which is slow at that, does it once.
  await writeFile(join(folder, 'everything.mts'), await writeConsumer(await listPackages()))
  const small = "import { getContact } from '@wecom/contacts'\nexport { getContact }\n"
  await writeFile(join(folder, 'module.mts'), small)
  await writeFile(join(folder, 'commonjs.ts'), small)
})

function check(compiler: keyof typeof compilers, file: string, settings: string): Promise<Ended> {
  const strict = ['--noEmit', '--strict', '--target', 'es2024', '--types', 'node', '--pretty', 'false']
  return runProgram({ project, args: [compilers[compiler], ...strict, ...settings.split(' '), file] })
}

test.each([
  [5, 'everything.mts', '--module nodenext'],
  [5, 'module.mts', '--module node16'],
  [5, 'module.mts', '--module esnext --moduleResolution bundler'],
  [5, 'commonjs.ts', '--module nodenext'],
  [7, 'everything.mts', '--module nodenext'],
  [7, 'everything.mts', '--module node16'],
  [7, 'everything.mts', '--module esnext --moduleResolution bundler'],
  [7, 'commonjs.ts', '--module nodenext'],
  [7, 'commonjs.ts', '--module commonjs'],
] as const)('TypeScript %d: %s compiles by %s', async (compiler, file, settings) => {
  expect(await check(compiler, file, settings)).toEqual({ code: 0, printed: '' })
})

test.each([
  [5, '--module node16', 'TS1479'],
  [7, '--module node16', 'TS1479'],
  [5, '--module commonjs', 'TS2307'],
] as const)('TypeScript %d: CommonJS does not compile by %s', async (compiler, settings, error) => {
  const ended = await check(compiler, 'commonjs.ts', settings)

  expect(ended.code).not.toBe(0)
  expect(ended.printed).toContain(error)
})

test.each(['nightly-sync', 'callbacks-express', 'worker-behind-proxy', 'service-with-vitest'])(
  '%s compiles by its own settings',
  async (example) => {
    expect(await runProgram({ project: example, args: [compilers[5]] })).toEqual({ code: 0, printed: '' })
  },
)
