import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { applyMassCallTicket } from './applyMassCallTicket.ts'

test('default', async () => {
  const { client, sent } = createTestClient([{ errcode: 0, errmsg: 'ok', mass_call_ticket: 'ticket-1' }])

  expect(await applyMassCallTicket(client)).toEqual({ mass_call_ticket: 'ticket-1' })
  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/corp/apply_mass_call_ticket', query: {}, token: 'test-token' },
  ])
})

test('error: a lost connection is not followed by a request for a second ticket', async () => {
  const { client, sent } = createTestClient([new TypeError('fetch failed')])

  await expect(applyMassCallTicket(client)).rejects.toMatchObject({ kind: 'network', ambiguous: true })
  expect(sent).toHaveLength(1)
})
