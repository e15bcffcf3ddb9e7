import type { Client } from '@wecom/core'
import { answers } from '../facts/answers.generated.ts'

const reads = new Set(
  Object.values(answers)
    .filter(({ effect }) => effect === 'read')
    .map(({ method, path }) => `${method} ${path}`),
)

/**
 * Returns a client that sends read calls only. It looks up each path in the table of documented calls. It refuses an
 * endpoint that says it is a read if the table says otherwise or does not have the path.
 *
 * @throws TypeError, by `request`: the call is not a read. Nothing was sent.
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
