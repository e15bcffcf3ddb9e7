'use client'

import { getContact, listContactIds } from '@wecom/contacts'
import { createClient, isWeComError, proxied } from '@wecom/core'
import { useEffect, useState } from 'react'

const client = createClient({
  baseUrl: '/wecom',
  token: proxied(),
  timeout: 15_000, // longer than the proxy's own
  retry: false, // the proxy repeats what may be repeated
})

export default function Page() {
  const [names, setNames] = useState<string[]>([])
  const [failure, setFailure] = useState('')

  useEffect(() => {
    const left = new AbortController()
    showCustomers(left.signal).catch((error: unknown) => {
      if (!left.signal.aborted) setFailure(isWeComError(error) ? error.summary : '出错了')
    })
    return () => left.abort()
  }, [])

  async function showCustomers(signal: AbortSignal) {
    // The proxy puts the signed-in member in the place of `me`.
    const { external_userid } = await listContactIds(client, { userid: 'me' }, { signal })
    const details = external_userid.slice(0, 10).map((id) => getContact(client, { external_userid: id }, { signal }))
    setNames((await Promise.all(details)).map(({ external_contact }) => external_contact.name))
  }

  return (
    <main>
      <h1>我的客户</h1>
      {failure && <p role="alert">{failure}</p>}
      <ul>
        {names.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
    </main>
  )
}
