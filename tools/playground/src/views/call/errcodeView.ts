import { explainErrcode } from '@wecom/core/errcodes'
import { breakable } from '../../dom/breakable.ts'
import { element } from '../../dom/element.ts'
import type { PageContext } from '../View.ts'

/**
 * Creates a view that explains an errcode and what to do about it. The official title is in Chinese, and the rest is in
 * English.
 */
export function errcodeView(errcode: number, { texts }: PageContext): HTMLElement {
  const explanation = explainErrcode(errcode)
  if (!explanation)
    return element('aside', { class: 'errcode' }, element('h4', {}, String(errcode)), texts.unknownErrcode)
  const { name, title, meaning, remedy, class: errcodeClass, retry, docsUrl } = explanation
  return element(
    'aside',
    { class: 'errcode', 'aria-label': `${texts.explanation} ${errcode}` },
    element(
      'h4',
      {},
      `${errcode} `,
      element('code', {}, ...breakable(name)),
      ' ',
      element('span', { lang: 'zh-CN' }, title),
    ),
    element(
      'dl',
      {},
      element('dt', {}, texts.whatItMeans),
      element('dd', { lang: 'en' }, meaning),
      element('dt', {}, texts.whatToDo),
      element('dd', { lang: 'en' }, remedy),
      element('dt', {}, texts.errcodeClass),
      element('dd', {}, texts.errcodeClasses[errcodeClass]),
      element('dt', {}, texts.errcodeRetry),
      element('dd', {}, texts.errcodeRetries[retry]),
    ),
    element('p', { class: 'hint' }, texts.languageOfExplanations),
    element('a', { href: docsUrl, rel: 'noreferrer', target: '_blank' }, texts.officialPage),
  )
}
