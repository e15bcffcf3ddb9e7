import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { trySendWelcomeMessage } from './trySendWelcomeMessage.ts'

const params = { welcome_code: 'code-1', text: { content: '您好，很高兴认识您' } }

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok' }])

  expect(await trySendWelcomeMessage(client, params)).toBe('sent')
  expect(sent).toMatchObject([{ path: '/cgi-bin/externalcontact/send_welcome_msg', body: params }])
})

test.each([
  [41050, 'code_invalid'],
  [41051, 'started'],
  [41096, 'in_progress'],
])('behavior: %d is %s', async (errcode, outcome) => {
  const { client } = createTestClient([{ errcode, errmsg: 'refused, hint: [3301]' }], { retry: false })

  expect(await trySendWelcomeMessage(client, params)).toBe(outcome)
})

test('error: any other refusal is thrown', async () => {
  const { client } = createTestClient([{ errcode: 41053, errmsg: 'not agreed, hint: [3302]' }])

  await expect(trySendWelcomeMessage(client, params)).rejects.toMatchObject({ errcode: 41053 })
})

test('error: a lost answer is thrown', async () => {
  const { client, sent } = createTestClient([new TypeError('terminated')])

  await expect(trySendWelcomeMessage(client, params)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
