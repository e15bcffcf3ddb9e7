import type { AnyEndpoint } from '@wecom/core'
import { findEndpoint } from '../endpoints/endpoints.ts'

/** The address of an endpoint within the page. */
export function endpointAddress({ name }: AnyEndpoint): string {
  return `#/${name}`
}

/** Returns the endpoint in the address of the page. */
export function addressedEndpoint(): AnyEndpoint | undefined {
  return findEndpoint(location.hash.replace('#/', ''))
}
