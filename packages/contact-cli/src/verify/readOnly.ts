import type { Client } from '@wecom/core'
import { answers } from '../facts/answers.generated.ts'

const reads = new Set(
  Object.values(answers)
    .filter(({ effect }) => effect === 'read')
    .map(({ method, path }) => `${method} ${path}`),
)

/**
 * Client that sends only read calls. Both the endpoint and the documentation (`facts/answers.generated.ts`) must say
 * that it is a read call.
 *
 * @throws TypeError, by `request`: the call is not a read call, or its path is not documented. Nothing was sent.
 */
export function readOnly(client: Client): Client {
  return {
    request: async (endpoint, params, options) => {
      if (endpoint.effect !== 'read' || !reads.has(`${endpoint.method} ${endpoint.path}`)) {
        throw new TypeError(`${endpoint.name} is not a documented read call; nothing was sent`)
      }
      return client.request(endpoint, params, options)
    },
  }
}
