import type { AnyEndpoint } from '@wecom/core'
import { InputError, nearest } from './input.ts'

export class Endpoints {
  readonly #all: readonly AnyEndpoint[]

  constructor(endpoints: readonly AnyEndpoint[]) {
    this.#all = endpoints
  }

  get(nameOrPath: string): AnyEndpoint {
    const found = this.#all.find((endpoint) => isMeant(nameOrPath, endpoint))
    if (found) return found
    const known = this.#all.map(({ name, path }) => (nameOrPath.startsWith('/') ? path : name))
    const meant = nearest(nameOrPath, known)
    throw new InputError('endpoint', `There is no endpoint ${nameOrPath}; did you mean ${meant.join(' or ')}?`)
  }

  check(nameOrPath: string | undefined): void {
    if (nameOrPath !== undefined) this.get(nameOrPath)
  }
}

export function isMeant(nameOrPath: string | undefined, { name, path }: Pick<AnyEndpoint, 'name' | 'path'>): boolean {
  return nameOrPath === undefined || nameOrPath === name || nameOrPath === path
}

/**
 * Returns whether an endpoint reads customer-contact data (客户联系) and changes nothing. Faults of the type
 * `ReadFaultKind` apply only to such endpoints.
 */
export function isCustomerContactRead({ effect, path }: AnyEndpoint): boolean {
  return effect === 'read' && path.startsWith('/cgi-bin/externalcontact/')
}

export function cursorParameter({ pagination }: AnyEndpoint): string | undefined {
  return pagination?.style === 'cursor' ? pagination.in : undefined
}
