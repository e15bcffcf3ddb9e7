import { expect, test } from 'vitest'
import { startMockServer } from './mockServer.ts'
import { bin, runProgram, startServer } from './programs.ts'

const settings = { token: 'pageToken', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' }

test.each([
  ['callbacks-express', 'server.ts'],
  ['callbacks-nest', 'dist/main.js'],
])('%s greets a new customer', async (project, program) => {
  if (project === 'callbacks-nest') {
    const build = await runProgram({ project, args: [bin('typescript/bin/tsc')] })
    expect(build).toEqual({ code: 0, printed: '' })
  }
  const { corp, env } = await startMockServer({ startAt: 'now' })
  const url = await startServer((port) => ({
    project,
    args: [program],
    env: {
      ...env,
      WECOM_CALLBACK_TOKEN: settings.token,
      WECOM_CALLBACK_KEY: settings.encodingAesKey,
      PORT: port,
    },
  }))
  await corp.callbacks.connect({ ...settings, url: `${url}/wecom/callback` })
  corp.people.customerAddsMember({ userid: 'wangfang', name: '王先生' })

  expect(await corp.deliveries.settled()).toMatchObject([{ outcome: 'acknowledged', attempts: [{ status: 200 }] }])
  expect(corp.journal.list('sendWelcomeMessage')).toMatchObject([{ errcode: 0 }])
  const forged = await fetch(`${url}/wecom/callback?msg_signature=1&timestamp=1&nonce=1`, { method: 'POST', body: '1' })
  expect(forged.status).toBe(403)
})
