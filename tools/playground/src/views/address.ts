import type { AnyEndpoint } from '@wecom/core'
import { findEndpoint } from '../endpoints/endpoints.ts'

/** Returns the URL fragment that shows an endpoint on the playground page. */
export function endpointAddress({ name }: AnyEndpoint): string {
  return `#/${name}`
}

/** Returns the endpoint in the URL fragment of the playground page. Returns undefined if there is none. */
export function addressedEndpoint(): AnyEndpoint | undefined {
  return findEndpoint(location.hash.replace('#/', ''))
}
