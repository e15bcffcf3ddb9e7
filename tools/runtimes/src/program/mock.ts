import type { Settings } from './Settings.ts'

/** Returns how many requests for a token the fake corp has received. */
export async function countTokenRequests({ mock }: Settings): Promise<number> {
  const response = await fetch(`${mock.url}/__corp/requests?endpoint=getAccessToken`)
  const { requests } = (await response.json()) as { requests: readonly unknown[] }
  return requests.length
}

export async function revokeTokens({ mock }: Settings): Promise<void> {
  await control(mock.url, 'tokens/revoke', {})
}

/** Adds a fault to the fake corp. Without the field `times`, the fault applies to one call. */
export async function addFault({ mock }: Settings, fault: Readonly<Record<string, unknown>>): Promise<void> {
  await control(mock.url, 'faults', fault)
}

async function control(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${url}/__corp/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`wecom-mock: ${await response.text()}`)
}
