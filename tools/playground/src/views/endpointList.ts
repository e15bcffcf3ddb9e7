import type { AnyEndpoint } from '@wecom/core'
import { endpointFacts } from 'virtual:endpoint-facts'
import { breakable } from '../dom/breakable.ts'
import { element } from '../dom/element.ts'
import { uniqueId } from '../dom/uniqueId.ts'
import { type EndpointPackage, endpointPackages } from '../endpoints/endpoints.ts'
import { searchEndpoints } from '../endpoints/searchEndpoints.ts'
import { endpointAddress } from './address.ts'
import type { PageContext } from './View.ts'

/**
 * The list of all endpoints by package, with a search field. Each endpoint is a link, so that the back button of the
 * browser works.
 */
export interface EndpointList {
  readonly element: HTMLElement
  /** Marks the endpoint that the playground page shows. */
  mark(current: AnyEndpoint): void
}

export function endpointList({ texts, language }: PageContext): EndpointList {
  let current: AnyEndpoint | undefined
  const groups = element('div', { class: 'groups' })
  const found = element('p', { class: 'visually-hidden', role: 'status' })
  const search = element('input', { type: 'search', id: uniqueId('search'), placeholder: texts.search })
  const summary = element('summary')
  const details = element(
    'details',
    { class: 'endpoints', open: isWide() },
    summary,
    element(
      'nav',
      { 'aria-label': texts.endpoints },
      element('label', { class: 'visually-hidden', for: search.id }, texts.search),
      search,
      found,
      groups,
    ),
  )

  function show(): void {
    const packages = searchEndpoints(endpointPackages, search.value, titlesOf)
    const isOpen = (one: EndpointPackage): boolean =>
      search.value !== '' || one.endpoints.some(({ name }) => name === current?.name)
    groups.replaceChildren(...packages.map((one) => group(one, isOpen(one))))
    found.textContent = search.value && texts.found(packages.reduce((sum, one) => sum + one.endpoints.length, 0))
  }

  function group({ name, endpoints }: EndpointPackage, isOpen: boolean): HTMLElement {
    const links = endpoints.map((endpoint) => element('li', {}, link(endpoint)))
    return element(
      'details',
      { open: isOpen },
      element('summary', {}, name.replace('@wecom/', '')),
      element('ul', {}, ...links),
    )
  }

  function link(endpoint: AnyEndpoint): HTMLElement {
    const title = endpointFacts[endpoint.name]?.title[language]
    return element(
      'a',
      { href: endpointAddress(endpoint), 'aria-current': endpoint.name === current?.name ? 'page' : undefined },
      element('code', {}, ...breakable(endpoint.name)),
      title && element('span', { class: 'note' }, title),
    )
  }

  search.addEventListener('input', show)
  return {
    element: details,
    mark: (endpoint) => {
      current = endpoint
      summary.replaceChildren(...breakable(texts.chooseEndpoint(endpoint.name)))
      details.open = isWide()
      show()
    },
  }
}

/** Returns whether the playground page is wide enough to show the list beside the call. */
function isWide(): boolean {
  return matchMedia('(min-width: 60rem)').matches
}

function titlesOf({ name }: AnyEndpoint): string[] {
  return Object.values(endpointFacts[name]?.title ?? {})
}
