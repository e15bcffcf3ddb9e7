import type { AnyEndpoint } from '@wecom/core'
import type { Fault } from '@wecom/mock'
import { type FaultName, faultKinds } from '../../corp/faults.ts'
import { breakable } from '../../dom/breakable.ts'
import { element } from '../../dom/element.ts'
import { uniqueId } from '../../dom/uniqueId.ts'
import type { PageContext, View } from '../View.ts'

/** Creates the view in which users add faults to the fake corp. It also lists the faults that have not occurred yet. */
export function faultsView({ corp, texts, changed }: PageContext, currentEndpoint: () => AnyEndpoint): View {
  const names = Object.keys(faultKinds) as FaultName[]
  const choice = element(
    'select',
    { id: uniqueId('fault') },
    ...names.map((name) => element('option', { value: name }, texts.faultNames[name])),
  )
  const armed = element('ul')
  const arm = (): void => {
    corp.faults.add({ ...faultKinds[choice.value as FaultName], endpoint: currentEndpoint().name })
    changed()
  }
  const disarm = (): void => {
    corp.faults.clear()
    changed()
  }
  return {
    element: element(
      'section',
      { class: 'card', 'aria-label': texts.faults },
      element('h3', {}, texts.faults),
      element('p', { class: 'hint' }, texts.faultsIntroduction),
      element('div', { class: 'field' }, element('label', { for: choice.id }, texts.fault), choice),
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', onclick: arm }, texts.armFault),
        element('button', { type: 'button', class: 'quiet', onclick: disarm }, texts.disarmFaults),
      ),
      element('div', { role: 'status' }, armed),
    ),
    update: () => {
      const faults = corp.faults.list()
      armed.replaceChildren(
        ...(faults.length === 0 ? [texts.noFaults] : faults.map(inWords)).map((text) =>
          element('li', {}, ...breakable(text)),
        ),
      )
    },
  }

  function inWords(fault: Fault): string {
    const name = names.find((each) => isSameFault(faultKinds[each], fault))
    return `${fault.endpoint ?? ''}: ${name ? texts.faultNames[name] : fault.kind}`
  }
}

function isSameFault(kind: object, fault: object): boolean {
  return Object.entries(kind).every(([name, value]) => (fault as Record<string, unknown>)[name] === value)
}
