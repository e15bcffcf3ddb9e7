import type { Client } from '@wecom/core'
import { answers } from '../facts/answers.generated.ts'

const reads = new Set(
  Object.values(answers)
    .filter(({ effect }) => effect === 'read')
    .map(({ method, path }) => `${method} ${path}`),
)

/**
 * Returns a client that sends only read calls. Before each call, the client checks two conditions: the `effect` of the
 * endpoint is `read`, and `facts/answers.generated.ts` contains a read call with the same method and path.
 *
 * @throws TypeError, by `request`: the call is not a read call, or its path is not documented. The client has sent
 *   nothing.
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
