import { expect, test } from 'vitest'
import { startMockServer } from './mockServer.ts'
import { runProgram } from './programs.ts'

const project = 'nightly-sync'

test('reads the corp into a file; the next night brings what is new', async () => {
  const { corp, env } = await startMockServer()
  const settings = { ...env, DATABASE: 'nights.db' }
  const sync = () => runProgram({ project, args: ['sync.ts'], env: settings })
  const customers = async () => (await runProgram({ project, args: ['customers.ts'], env: settings })).printed

  expect(await sync()).toMatchObject({ code: 0, printed: expect.stringContaining('read:') })
  expect(await customers()).toContain('wangfang 34\n')

  corp.people.customerAddsMember({ userid: 'wangfang', name: '王先生' })
  expect(await sync()).toMatchObject({ code: 0 })
  expect(await customers()).toContain('wangfang 35\n')
})

test('says by exit code 3 what could not be read', async () => {
  const { corp, env } = await startMockServer()
  corp.faults.add({ kind: 'errcode', errcode: 40058, endpoint: 'listCorpTags', times: 'always' })
  const ended = await runProgram({ project, args: ['sync.ts'], env: { ...env, DATABASE: 'gaps.db' } })

  expect(ended).toMatchObject({ code: 3, printed: expect.stringContaining('not read:') })
})
