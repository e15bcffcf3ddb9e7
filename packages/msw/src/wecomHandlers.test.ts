import { getContact, listContactIds } from '@wecom/contacts'
import { type Client, createClient } from '@wecom/core'
import { type FakeCorp, createFakeCorp } from '@wecom/mock'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { WecomHandlersOptions } from './wecomHandlers.ts'

type Major = 2 | 3

const majors: readonly Major[] = [2, 3]
const offline = 'https://qyapi.weixin.qq.com/cgi-bin'
let corp: FakeCorp
beforeEach(() => {
  corp = createFakeCorp()
})
afterEach(() => vi.resetModules())

/**
 * Intercepts all requests with one major version of MSW until the test ends, and returns a client of the fake corp.
 * Requests that `wecomHandlers` does not handle get the text `mine`, as if another handler of the user answered them.
 */
async function intercept(major: Major, options?: WecomHandlersOptions): Promise<Client> {
  const mswModule = major === 2 ? await import('msw2') : await import('msw')
  const { setupServer } = major === 2 ? await import('msw2/node') : await import('msw/node')
  vi.doMock('msw', () => mswModule)
  const { wecomHandlers } = await import('./wecomHandlers.ts')
  const { http } = mswModule
  const others = http.all('*', () => new Response('mine'))
  // The handlers of both major versions of MSW are the same; only their types differ.
  const server = setupServer(...([...wecomHandlers(corp, options), others] as never[]))
  server.listen()
  onTestFinished(() => {
    server.close()
    vi.doUnmock('msw')
  })
  return createClient({ token: corp.token, strict: true, retry: { minDelay: 1, maxDelay: 2 } })
}

test.for(majors)('default: msw %i answers as the corp does, unknown paths included', async (major) => {
  const client = await intercept(major)

  expect(await listContactIds(client, { userid: 'wangfang' })).toHaveProperty('external_userid')
  const unknown = await fetch(`${offline}/externalcontact/nothing`)
  expect([unknown.status, await unknown.text()]).toEqual([404, ''])
  expect(await (await fetch('https://example.com/')).text()).toBe('mine')
})

test.for(majors)('behavior: with msw %i, `only` leaves other paths to other handlers', async (major) => {
  const client = await intercept(major, { only: ['getAccessToken', '/cgi-bin/externalcontact/list'] })

  expect(await listContactIds(client, { userid: 'wangfang' })).toHaveProperty('external_userid')
  expect(await (await fetch(`${offline}/externalcontact/nothing`)).text()).toBe('mine')
  await expect(getContact(client, { external_userid: 'wm1' })).rejects.toMatchObject({ kind: 'response' })
  expect(corp.journal.list().map(({ endpoint }) => endpoint)).toEqual(['getAccessToken', 'listContactIds'])
})

test.for(majors)('behavior: with msw %i, a lost answer breaks the connection', async (major) => {
  const client = await intercept(major)
  corp.faults.add({ kind: 'lost-answer', endpoint: 'listContactIds', times: 'always' })

  await expect(listContactIds(client, { userid: 'wangfang' })).rejects.toMatchObject({ kind: 'network' })
})

test('error: `only` with a name that the corp does not have', async () => {
  await expect(intercept(3, { only: ['getContcat'] })).rejects.toThrow('did you mean getContact')
})
