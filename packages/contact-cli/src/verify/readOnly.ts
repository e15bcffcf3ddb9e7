import type { Client } from '@wecom/core'
import { answers } from '../facts/answers.generated.ts'

const reads = new Set(
  Object.values(answers)
    .filter(({ effect }) => effect === 'read')
    .map(({ method, path }) => `${method} ${path}`),
)

/**
 * Returns a client that sends only requests that read data. Both the endpoint and the documentation
 * (`facts/answers.generated.ts`) must mark a request as a read. Otherwise `request` throws a `TypeError` and sends
 * nothing.
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
