import type { AnyEndpoint } from '@wecom/core'
import { InputError, nearest } from './input.ts'

export class Endpoints {
  readonly #all: readonly AnyEndpoint[]

  constructor(endpoints: readonly AnyEndpoint[]) {
    this.#all = endpoints
  }

  /**
   * @throws {InputError} no endpoint has this name or path. The message suggests similar names. The `path` of the error
   *   is `endpoint`.
   */
  get(nameOrPath: string): AnyEndpoint {
    const found = this.#all.find((endpoint) => isMeant(nameOrPath, endpoint))
    if (found) return found
    const known = this.#all.map(({ name, path }) => (nameOrPath.startsWith('/') ? path : name))
    const meant = nearest(nameOrPath, known)
    throw new InputError('endpoint', `There is no endpoint ${nameOrPath}; did you mean ${meant.join(' or ')}?`)
  }

  /** Throws like `get` if there is no such endpoint. Does nothing if the argument is undefined. */
  check(nameOrPath: string | undefined): void {
    if (nameOrPath !== undefined) this.get(nameOrPath)
  }
}

/** An undefined `nameOrPath` means all endpoints. */
export function isMeant(nameOrPath: string | undefined, { name, path }: Pick<AnyEndpoint, 'name' | 'path'>): boolean {
  return nameOrPath === undefined || nameOrPath === name || nameOrPath === path
}

/**
 * Checks whether an endpoint only reads customer-contact data (客户联系). Faults of the type `ReadFaultKind` apply to
 * such endpoints.
 */
export function isCustomerContactRead({ effect, path }: AnyEndpoint): boolean {
  return effect === 'read' && path.startsWith('/cgi-bin/externalcontact/')
}

/** Returns the name of the parameter with the cursor. Undefined if the endpoint does not use cursors. */
export function cursorParameter({ pagination }: AnyEndpoint): string | undefined {
  return pagination?.style === 'cursor' ? pagination.in : undefined
}
