import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client, SuiteStore } from '@wecom/core'
import { createFakeCorp, type FakeCorp } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readBlocks } from './blocks.ts'
import { readPage } from './workspace.ts'

// Runs the programs in `THIRD-PARTY-APPS.md` without changes, against a fake corp that has a provider.

const page = 'packages/callback/THIRD-PARTY-APPS.md'
const folder = fileURLToPath(new URL('../.third-party-apps', import.meta.url))
const settings = { token: 'pageToken', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' }

interface Programs {
  readonly url: string
  readonly listCustomers: () => Promise<string[]>
  readonly clientOf: (corpId: string) => Client
  readonly suiteStore: SuiteStore
}

let corp: FakeCorp
let closeAll: () => Promise<void>

beforeEach(() => {
  const provider = {
    corpid: 'wwprovider',
    secret: 'provider-secret',
    suites: [
      { suite_id: 'wwsuite', suite_secret: 'suite-secret' },
      { suite_id: 'dksuite', suite_secret: 'suite-secret' },
    ],
    migrated: [],
  }
  corp = createFakeCorp({ state: { ...createFakeCorp().state(), provider }, startAt: Date.now() })
  mkdirSync(folder, { recursive: true })
  for (const { file, code } of readBlocks(page, readPage(page))) if (file) writeFileSync(join(folder, file), code)
})
afterEach(async () => {
  await closeAll()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ join(folder, file))

/**
 * Starts the server program in `THIRD-PARTY-APPS.md`, and sets the URL of the server as the instruction URL of the
 * suite. The fake corp verifies the URL.
 */
async function start(suiteId: string): Promise<Programs> {
  const api = await listen(corp)
  const variables = {
    WECOM_BASE_URL: api.url,
    WECOM_SUITE_ID: suiteId,
    WECOM_SUITE_SECRET: 'suite-secret',
    WECOM_PROVIDER_CORP_ID: 'wwprovider',
    WECOM_CALLBACK_TOKEN: settings.token,
    WECOM_CALLBACK_KEY: settings.encodingAesKey,
    PORT: '0',
  }
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  vi.resetModules()
  const { server } = (await load('server.ts')) as { server: Server }
  const { clientOf, suiteStore } = (await load('suite.ts')) as Programs
  const { listCustomers } = (await load('listCustomers.ts')) as Programs
  closeAll = async () => {
    server.close()
    server.closeAllConnections()
    await api.close()
  }
  if (!server.listening) await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await corp.callbacks.connect({ ...settings, url: `${url}/wecom/instructions`, suiteId })
  return { url, clientOf, suiteStore, listCustomers }
}

/**
 * Waits until the fake corp has delivered all callbacks, and checks that each delivery succeeded at the first attempt.
 */
async function allDelivered(): Promise<void> {
  for (const delivery of await corp.deliveries.settled()) {
    expect(delivery).toMatchObject({ outcome: 'acknowledged', attempts: [{ status: 200 }] })
  }
}

test.each(['wwsuite', 'dksuite'])('%s: from the first ticket to the first call', async (suite_id) => {
  const { listCustomers } = await start(suite_id)
  corp.people.suiteTicketPushed({ suite_id })
  await allDelivered()
  corp.people.corpAuthorizesSuite({ suite_id })
  await allDelivered()

  expect(await listCustomers()).toContain('王晓明')
  const tokens = corp.journal.list(suite_id === 'wwsuite' ? 'getCorpAccessToken' : 'getAccessToken')
  expect(tokens).toMatchObject([{ errcode: 0 }])
})

test('a corp withdraws its authorization, and comes back by the page of the provider', async () => {
  const { url, listCustomers, clientOf, suiteStore } = await start('wwsuite')
  const suite_id = 'wwsuite'
  corp.people.suiteTicketPushed({ suite_id })
  await allDelivered()
  corp.people.corpAuthorizesSuite({ suite_id })
  await allDelivered()
  await listCustomers()

  corp.people.corpCancelsSuite({ suite_id })
  await allDelivered()
  expect(await suiteStore.listCorpIds(suite_id)).toEqual([])
  const { listFollowUsers } = await import('@wecom/contacts')
  const call = (): Promise<unknown> => listFollowUsers(clientOf(corp.corpId))
  await expect(call()).rejects.toMatchObject({ kind: 'validation', endpoint: 'getCorpAccessToken' })

  const install = await fetch(`${url}/install`, { redirect: 'manual' })
  expect(install.headers.get('location')).toMatch(
    /^https:\/\/open\.work\.weixin\.qq\.com\/3rdapp\/install\?suite_id=wwsuite&pre_auth_code=.{64}&redirect_uri=http/,
  )
  const auth_code = corp.provider.issue('auth_code', suite_id)
  expect(await (await fetch(`${url}/installed?auth_code=${auth_code}`)).text()).toContain('授权成功')
  expect(await call()).toMatchObject({ follow_user: expect.any(Array) })
})

test('the provider resets the permanent code of an app of a template', async () => {
  const suite_id = 'dksuite'
  const { listCustomers } = await start(suite_id)
  corp.people.suiteTicketPushed({ suite_id })
  await allDelivered()
  corp.people.corpAuthorizesSuite({ suite_id })
  await allDelivered()
  const customers = await listCustomers()

  corp.people.providerResetsPermanentCode({ suite_id })
  await allDelivered()
  expect(await listCustomers()).toEqual(customers)
  expect(corp.journal.list('getPermanentCode')).toMatchObject([{ errcode: 0 }, { errcode: 0 }])
})
