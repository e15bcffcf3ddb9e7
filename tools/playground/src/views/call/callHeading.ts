import type { AnyEndpoint } from '@wecom/core'
import { endpointFacts } from 'virtual:endpoint-facts'
import { breakable } from '../../dom/breakable.ts'
import { element } from '../../dom/element.ts'
import type { PageContext } from '../View.ts'

export function callHeading(
  { name, method, path, effect, docs }: AnyEndpoint,
  { texts, language }: PageContext,
): HTMLElement[] {
  const title = endpointFacts[name]?.title[language]
  return [
    element('h2', { tabindex: -1 }, ...breakable(name)),
    element('p', { class: 'title' }, title),
    element(
      'p',
      { class: 'facts' },
      element('code', {}, ...breakable(`${method} ${path}`)),
      element('span', { class: 'badge' }, texts.effects[effect]),
      element(
        'a',
        { href: `https://developer.work.weixin.qq.com/document/path/${docs}`, rel: 'noreferrer', target: '_blank' },
        texts.officialPage,
      ),
    ),
  ]
}
