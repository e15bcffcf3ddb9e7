import { WeComApiError } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import { expect, test } from 'vitest'
import { welcomeRefusal } from './welcomeRefusal.ts'

const endpoint = defineEndpoint<object, object>({
  name: 'sendWelcomeMessage',
  method: 'POST',
  path: '/cgi-bin/externalcontact/send_welcome_msg',
  effect: 'send',
  docs: 92137,
  params: wireObject<object>({}),
  result: wireObject<object>({}),
})

test.each([
  [41050, 'expired'],
  [41051, 'started'],
  [41096, 'in-progress'],
  [40003, undefined],
])('%d: %s', (errcode, refusal) => {
  expect(welcomeRefusal(new WeComApiError(endpoint, errcode, 'refused', false))).toBe(refusal)
})

test.each([new Error('other'), { errcode: 41050 }, undefined])('not %s', (error) => {
  expect(welcomeRefusal(error)).toBe(undefined)
})
