import { batchGetContactsByUser, getContact } from '@wecom/contacts'
import { type Client, type ClientConfig, createClient, staticToken } from '@wecom/core'
import { kyTransport } from '@wecom/core/ky'
import ky from 'ky'
import type { Caller } from './measureCalls.ts'

/** The same call in every way that is compared, raw fetch first. */
interface Comparison {
  readonly name: string
  readonly callers: readonly Caller[]
}

/** An answer of half a kilobyte, and one of 60: what a call costs, and what checking the answer costs. */
export function listComparisons(baseUrl: string): Comparison[] {
  const one = { external_userid: 'wm1' }
  const page = { userid_list: ['rocky'], limit: 100 }
  return [
    {
      name: 'one customer',
      callers: [
        ...listBareCallers(`${baseUrl}/cgi-bin/externalcontact/get?access_token=token&external_userid=wm1`, {}),
        ...listClientCallers(baseUrl, (client) => getContact(client, one)),
      ],
    },
    {
      name: 'page of 100',
      callers: [
        ...listBareCallers(`${baseUrl}/cgi-bin/externalcontact/batch/get_by_user?access_token=token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(page),
        }),
        ...listClientCallers(baseUrl, (client) => batchGetContactsByUser(client, page)),
      ],
    },
  ]
}

function listBareCallers(url: string, init: RequestInit): Caller[] {
  const bareKy = ky.create({ retry: 0, timeout: false, throwHttpErrors: false })
  return [
    { name: 'raw fetch', call: async () => read(await fetch(url, init)) },
    { name: 'ky alone', call: async () => read(await bareKy(url, init)) },
  ]
}

async function read(response: Response): Promise<unknown> {
  return JSON.parse(await response.text())
}

function listClientCallers(baseUrl: string, call: (client: Client) => Promise<unknown>): Caller[] {
  const unchecked: ClientConfig = { token: staticToken('token'), baseUrl }
  const checked: ClientConfig = {
    ...unchecked,
    onMismatch: ({ issues }) => {
      throw new Error(`the server's answer has the wrong shape: ${JSON.stringify(issues)}`)
    },
  }
  const clients = {
    client: createClient(unchecked),
    'client, checked': createClient(checked),
    'client over ky': createClient({ ...unchecked, transport: kyTransport() }),
  }
  return Object.entries(clients).map(([name, client]) => ({ name, call: () => call(client) }))
}
