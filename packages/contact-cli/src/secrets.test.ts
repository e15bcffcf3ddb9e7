import type { Fetch } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { expect, test } from 'vitest'
import { runProgram } from './fixtures/runProgram.ts'

const secret = 'secret-Zq7_of-this-test'

test.each([
  ['a call', 'call listFollowUsers'],
  ['a call as a table', 'call listFollowUsers --output table'],
  ['a refused call', 'call getContact --external_userid wmUnknown'],
  ['doctor', 'doctor'],
  ['doctor on a terminal', 'doctor --output table'],
  ['verify', 'verify'],
  ['sync', 'sync --to sqlite::memory:'],
])('%s prints neither the secret nor the token', async (_, command) => {
  const corp = createFakeCorp({ secret })
  const tokens: string[] = []
  const fetch: Fetch = async (input, init) => {
    const response = await corp.fetch(input, init)
    const { access_token } = (await response.clone().json()) as { access_token?: string }
    if (access_token !== undefined) tokens.push(access_token)
    return response
  }
  const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: secret }
  const { output, errors } = await runProgram(command.split(' '), { env, fetch, now: corp.clock.now() })

  expect(tokens).toHaveLength(1)
  expect([secret, ...tokens].filter((text) => (output + errors).includes(text))).toEqual([])
})

test.each(['call listFollowUsers', 'doctor --quick', 'verify', 'sync --to sqlite::memory:'])(
  '%s does not print a wrong secret',
  async (command) => {
    const corp = createFakeCorp()
    const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: secret }
    const { code, output, errors } = await runProgram(command.split(' '), { env, fetch: corp.fetch })

    expect(code).toBe(1)
    expect(output + errors).toContain('40001')
    expect(output + errors).not.toContain(secret)
  },
)

test('no command has an option for a secret', async () => {
  for (const command of ['call listFollowUsers', 'doctor', 'verify', 'explain', 'sync', 'worker']) {
    const { output } = await runProgram([...command.split(' '), '--help'])
    expect(output).not.toMatch(/--[\w-]*(secret|token|key)/i)
  }
})
