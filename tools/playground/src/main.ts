import { Calls } from './call/Calls.ts'
import { Inbox } from './callback/Inbox.ts'
import { proxyPrefix, startNetwork } from './call/startNetwork.ts'
import { createCorp } from './corp/corp.ts'
import { History } from './corp/history.ts'
import { element } from './dom/element.ts'
import {
  type Language,
  languageTags,
  otherLanguage,
  preferredLanguage,
  rememberLanguage,
  texts,
} from './i18n/language.ts'
import type { CallViewOptions } from './views/call/callView.ts'
import { type Page, createPage } from './views/page.ts'

const corp = createCorp()
const inbox = new Inbox(corp.corpId)
const history = new History(corp)
const calls = new Calls(proxyPrefix, corp.journal)
let page: Page | undefined

function show(language: Language, start?: CallViewOptions): void {
  const switchLanguage = (): void => {
    rememberLanguage(otherLanguage(language))
    show(otherLanguage(language), page?.current)
    document.querySelector<HTMLElement>('#language')?.focus()
  }
  setLanguage(language)
  page = createPage({ corp, calls, history, inbox, language }, start, switchLanguage)
  document.body.replaceChildren(page.element)
}

function setLanguage(language: Language): void {
  document.documentElement.lang = languageTags[language]
  document.title = texts[language].pageTitle
}

const language = preferredLanguage()
setLanguage(language)
document.body.replaceChildren(element('p', { class: 'starting' }, texts[language].starting))
try {
  await startNetwork(corp, inbox, (event) => calls.log.add('proxy', event))
  show(language)
  addEventListener('hashchange', () => page?.navigate())
} catch (error) {
  document.body.replaceChildren(
    element('p', { class: 'starting', role: 'alert' }, `${texts[language].startFailed} ${String(error)}`),
  )
}
