import * as acquisition from '@wecom/acquisition'
import * as contactWay from '@wecom/contact-way'
import * as contacts from '@wecom/contacts'
import { type AnyEndpoint, listApiDomainIpsEndpoint, listCallbackIpsEndpoint } from '@wecom/core'
import * as groupchat from '@wecom/groupchat'
import * as idConvert from '@wecom/id-convert'
import * as intercept from '@wecom/intercept'
import * as media from '@wecom/media'
import * as messages from '@wecom/messages'
import * as moments from '@wecom/moments'
import * as products from '@wecom/products'
import * as stats from '@wecom/stats'
import * as tags from '@wecom/tags'

/** The endpoints of one package. */
export interface EndpointPackage {
  /** Name of the package, e.g. `@wecom/contacts`. */
  readonly name: string
  readonly endpoints: readonly AnyEndpoint[]
}

/**
 * The packages with the endpoints that the playground page offers. The page calls these endpoints through the proxy,
 * with the token of a corp. Endpoints that return tokens are missing, because the proxy refuses them.
 */
export const endpointPackages: readonly EndpointPackage[] = [
  { name: '@wecom/contacts', endpoints: endpointsOf(contacts) },
  { name: '@wecom/tags', endpoints: endpointsOf(tags) },
  { name: '@wecom/groupchat', endpoints: endpointsOf(groupchat) },
  { name: '@wecom/messages', endpoints: endpointsOf(messages) },
  { name: '@wecom/moments', endpoints: endpointsOf(moments) },
  { name: '@wecom/contact-way', endpoints: endpointsOf(contactWay) },
  { name: '@wecom/acquisition', endpoints: endpointsOf(acquisition) },
  { name: '@wecom/stats', endpoints: endpointsOf(stats) },
  { name: '@wecom/products', endpoints: endpointsOf(products) },
  { name: '@wecom/intercept', endpoints: endpointsOf(intercept) },
  { name: '@wecom/media', endpoints: endpointsOf(media) },
  { name: '@wecom/id-convert', endpoints: endpointsOf(idConvert) },
  { name: '@wecom/core', endpoints: [listApiDomainIpsEndpoint, listCallbackIpsEndpoint] },
]

export const endpoints: readonly AnyEndpoint[] = endpointPackages.flatMap((one) => one.endpoints)

export function findEndpoint(name: string): AnyEndpoint | undefined {
  return endpoints.find((endpoint) => endpoint.name === name)
}

/** Returns the name of the package that exports an endpoint, e.g. `@wecom/contacts`. */
export function packageOf(endpoint: AnyEndpoint): string {
  const found = endpointPackages.find(({ endpoints: inPackage }) => inPackage.includes(endpoint))
  if (!found) throw new Error(`${endpoint.name} is in none of the packages`)
  return found.name
}

function endpointsOf(exported: Readonly<Record<string, unknown>>): AnyEndpoint[] {
  return Object.entries(exported)
    .flatMap(([name, value]) => (name.endsWith('Endpoint') ? [value as AnyEndpoint] : []))
    .filter(({ token }) => token === 'corp')
}
