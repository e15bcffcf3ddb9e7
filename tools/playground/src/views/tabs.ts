import { element } from '../dom/element.ts'
import { uniqueId } from '../dom/uniqueId.ts'
import type { View } from './View.ts'

export interface Tab extends View {
  readonly name: string
}

/** Creates tabs. The page shows only the selected tab. The arrow keys, Home and End select a tab. */
export function tabs(name: string, all: readonly Tab[]): View {
  let chosen = 0
  const panels = all.map((tab) =>
    element('div', { role: 'tabpanel', id: uniqueId('panel'), hidden: true }, tab.element),
  )
  const buttons = all.map((tab, index) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: uniqueId('tab'),
        'aria-controls': panels[index]?.id,
        onclick: () => choose(index),
      },
      tab.name,
    ),
  )
  for (const [index, panel] of panels.entries()) panel.setAttribute('aria-labelledby', buttons[index]?.id ?? '')

  function choose(index: number): void {
    chosen = index
    for (const [each, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(each === chosen))
      button.tabIndex = each === chosen ? 0 : -1
    }
    for (const [each, panel] of panels.entries()) panel.hidden = each !== chosen
    all[chosen]?.update()
  }

  function onKey(event: Event): void {
    const next = nextTab((event as KeyboardEvent).key, chosen, all.length)
    if (next === undefined) return
    event.preventDefault()
    choose(next)
    buttons[next]?.focus()
  }

  choose(0)
  return {
    element: element(
      'div',
      { class: 'tabs' },
      element('div', { role: 'tablist', 'aria-label': name, onkeydown: onKey }, ...buttons),
      ...panels,
    ),
    update: () => all[chosen]?.update(),
  }
}

function nextTab(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (current + 1) % count
    case 'ArrowLeft':
      return (current + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
