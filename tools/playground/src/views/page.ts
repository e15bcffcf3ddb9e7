import type { AnyEndpoint } from '@wecom/core'
import { getContactEndpoint } from '@wecom/contacts'
import { element } from '../dom/element.ts'
import { addressedEndpoint } from './address.ts'
import { type CallView, type CallViewOptions, callView } from './call/callView.ts'
import { corpView } from './corp/corpView.ts'
import { endpointList } from './endpointList.ts'
import { type PageState, createPageContext } from './pageContext.ts'

/** The playground page in one language. */
export interface Page {
  readonly element: HTMLElement
  /** Reads the name of an endpoint from the URL of the playground page, and shows that endpoint. */
  navigate(): void
  /** State of the playground page that is kept when the user switches to the other language. */
  readonly current: CallViewOptions
}

/**
 * Builds the playground page in one language.
 *
 * @param start - the endpoint to show first, with its state.
 * @param onSwitchLanguage - called when the user chooses the other language.
 */
export function createPage(state: PageState, start: CallViewOptions | undefined, onSwitchLanguage: () => void): Page {
  const announcements = element('p', { class: 'visually-hidden', role: 'status' })
  const context = createPageContext(state, {
    announce: (text) => announcements.replaceChildren(text),
    changed: () => corp.update(),
  })
  const { texts } = context
  const list = endpointList(context)
  const callPlace = element('section', { id: 'call', 'aria-label': texts.chooseEndpoint('') })
  let options: CallViewOptions = start ?? { endpoint: addressedEndpoint() ?? getContactEndpoint }
  let call: CallView = showCall()
  const corp = corpView(context, () => options.endpoint)
  corp.update()

  function showCall(): CallView {
    const shown = callView(context, options)
    callPlace.replaceChildren(shown.element)
    callPlace.setAttribute('aria-label', options.endpoint.name)
    document.title = `${options.endpoint.name} – ${texts.pageTitle}`
    list.mark(options.endpoint)
    return shown
  }

  function navigate(): void {
    const endpoint: AnyEndpoint | undefined = addressedEndpoint()
    if (!endpoint || endpoint === options.endpoint) return
    options = { endpoint }
    call = showCall()
    focusHeading(callPlace)
  }

  const corpPlace = element('section', { id: 'corp', 'aria-label': texts.corp }, corp.element)
  return {
    element: element(
      'div',
      { class: 'page' },
      skipLink(texts.skipToCall, callPlace),
      skipLink(texts.skipToCorp, corpPlace),
      element(
        'header',
        {},
        element('div', {}, element('h1', {}, texts.pageTitle), element('p', {}, texts.pageIntroduction)),
        element(
          'button',
          { type: 'button', id: 'language', lang: state.language === 'en' ? 'zh-CN' : 'en', onclick: onSwitchLanguage },
          texts.otherLanguage,
        ),
      ),
      element('main', {}, list.element, callPlace, corpPlace),
      announcements,
    ),
    navigate,
    get current() {
      return { endpoint: options.endpoint, params: call.readParams(), record: call.record }
    },
  }
}

/**
 * Creates a link that moves the keyboard focus to an element. The link does not change the hash of the page's URL,
 * because the hash shows which endpoint is selected.
 */
function skipLink(text: string, target: HTMLElement): HTMLElement {
  const link = element('a', { class: 'skip', href: `#${target.id}` }, text)
  link.addEventListener('click', (event) => {
    event.preventDefault()
    focusHeading(target)
  })
  return link
}

function focusHeading(place: HTMLElement): void {
  place.querySelector('h2')?.focus()
}
