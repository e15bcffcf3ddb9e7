import { existsSync } from 'node:fs'
import { listPackages } from '@wecom-tools/packages'
import { expect, inject, test } from 'vitest'
import { bin, runProgram } from './programs.ts'

// Holds what packages/core/MODULES.md says about CommonJS, Jest and NestJS.

const jest = bin('jest/bin/jest.js')
const node22 = bin('node22/bin/node')
/**
 * Paths of Node executables, by version. Version 24 also runs this test. Version 22.12 is the oldest version that the
 * packages support (`engines` in package.json).
 */
const nodes = new Map([['24', process.execPath]])
if (existsSync(node22)) nodes.set('22.12', node22)
const findNode = (version: string): string => nodes.get(version) ?? expect.fail(`no Node ${version} for this machine`)

test.each([...nodes])('Node %s: require() loads every entry of every package', async (_version, program) => {
  const entries = (await listPackages()).flatMap((each) => each.entries.map(({ specifier }) => specifier))
  const ended = await runProgram({ program, project: 'module-formats/commonjs', args: ['requireAll.js', ...entries] })

  expect(entries.length).toBeGreaterThan(20)
  expect(ended).toMatchObject({ code: 0, printed: expect.stringContaining(`${entries.length} entries`) })
})

test.each([...nodes])('Node %s: a CommonJS program makes a call', async (_version, program) => {
  const ended = await runProgram({ program, project: 'module-formats/commonjs', args: ['call.js'] })

  expect(ended).toMatchObject({ code: 0, printed: expect.stringContaining('wangfang,lina,zhangwei,chenjie') })
})

const vmModules = ['--experimental-vm-modules', jest]

test.each([
  ['24', 'module-formats/jest-modules', vmModules, 1],
  ['22.12', 'module-formats/jest-modules', vmModules, 1],
  ['24', 'module-formats/ts-jest', vmModules, 1],
  ['24', 'callbacks-nest', vmModules, 2],
  ['24', 'module-formats/ts-jest-transformed', [jest], 1],
  ['22.12', 'module-formats/ts-jest-transformed', [jest], 1],
] as const)('Node %s: Jest in %s', async (version, project, args, passed) => {
  const program = findNode(version)
  const ended = await runProgram({
    program,
    project,
    args: [...args, '--cacheDirectory', `${inject('folder')}/.jest`],
  })

  expect(ended).toMatchObject({ code: 0, printed: expect.stringContaining(`Tests:       ${passed} passed`) })
})

test.each([
  ['24', [jest]],
  ['22.12', vmModules],
] as const)(
  'Node %s: Jest cannot require() the packages without both the flag and Node 24.9',
  async (version, args) => {
    const program = findNode(version)
    const ended = await runProgram({ program, project: 'module-formats/ts-jest', args: [...args] })

    expect(ended).toMatchObject({ code: 1, printed: expect.stringContaining('Must use import to load ES Module') })
  },
)
