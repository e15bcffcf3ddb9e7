import { expect, test } from 'vitest'
import { runProgram } from '../fixtures/runProgram.ts'

test('default', async () => {
  const { code, output } = await runProgram(['explain', '84061'], { terminal: 80 })

  expect(code).toBe(0)
  expect(output).toMatch(/^errcode  84061\nname     NOT_EXTERNAL_CONTACT\ntitle    不存在外部联系人的关系\n/)
})

test('behavior: JSON for pipes, and a code below 0', async () => {
  const { output } = await runProgram(['explain', '-1'])

  expect(JSON.parse(output)).toMatchObject({ errcode: -1, name: 'SYSTEM_BUSY' })
})

test('error: a code that is not in the table', async () => {
  expect(await runProgram(['explain', '99999'])).toEqual({
    code: 1,
    output: '',
    errors:
      'wecom-contact: errcode 99999 is unknown to this version; see https://open.work.weixin.qq.com/devtool/query?e=99999\n',
  })
})

test('error: a text', async () => {
  const { code, errors } = await runProgram(['explain', 'busy'])

  expect(code).toBe(2)
  expect(errors).toContain("argument value 'busy' is invalid for argument 'errcode'. It must be an integer, e.g. 84061")
})
