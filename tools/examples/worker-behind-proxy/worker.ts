import { listContactIds } from '@wecom/contacts'
import { type Client, createClient, isApiError, proxied } from '@wecom/core'

interface Env {
  PROXY_URL: string
  PROXY_KEY: string
}

let client: Client | undefined

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const [, userid] = /^\/customers\/([\w.@-]+)$/.exec(new URL(request.url).pathname) ?? []
    if (!userid) return new Response(null, { status: 404 })
    client ??= createClient({
      baseUrl: env.PROXY_URL,
      token: proxied({ headers: { authorization: `Bearer ${env.PROXY_KEY}` } }),
      retry: false, // the proxy already retries where it is safe
    })
    try {
      const { external_userid } = await listContactIds(client, { userid })
      return Response.json({ userid, customers: external_userid.length })
    } catch (error) {
      if (isApiError(error, 84061)) return Response.json({ userid, customers: 0 }) // a member without customers
      throw error
    }
  },
}
