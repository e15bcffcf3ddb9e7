import { type PeopleAction, peopleActions } from '../../corp/people.ts'
import { element } from '../../dom/element.ts'
import { focusInside } from '../../dom/focusInside.ts'
import type { Control } from '../../form/controls/Control.ts'
import { createControls } from '../../form/controls/createControls.ts'
import { choiceControl } from '../../form/controls/choiceControl.ts'
import type { PageContext, View } from '../View.ts'

// These functions return explanations and suggestions for the parameters of a call, from the catalogue and the fake
// corp. A field of an action is not a parameter, so the functions return nothing.
const inThePagesOwnWords = {
  meaningOf: () => undefined,
  choiceMeaningOf: () => undefined,
  suggestionsFor: () => [],
}

/** Creates the forms for the actions of customers and members. */
export function peopleView(context: PageContext): View {
  const { corp, history, texts, announce, changed } = context
  const choices = peopleActions.map((action) => ({ value: action, label: texts.actions[action.name] }))
  const choice = choiceControl(choices, { name: 'action', title: texts.action, required: true }, context)
  choice.write(peopleActions[0])
  const place = element('div')
  const problem = element('p', { class: 'problem', role: 'alert' })
  let fields: readonly (readonly [name: string, control: Control])[] = []

  function show(keep: Readonly<Record<string, unknown>>): void {
    const action = choice.read() as PeopleAction | undefined
    const focused = fields.findIndex(([, control]) => control.element.contains(document.activeElement))
    const create = createControls({ texts, ...inThePagesOwnWords })
    fields = (action?.fields(corp) ?? []).map(({ name, field, required }) => {
      const control = create(field, name, { name, title: texts.actionFields[name], required })
      control.write(keep[name])
      // Nothing is chosen, or the choice no longer exists.
      if (field.kind === 'choice' && control.read() === undefined) control.write(field.choices[0]?.value)
      return [name, control]
    })
    place.replaceChildren(...fields.map(([, control]) => control.element))
    focusInside(fields[focused]?.[1].element)
  }

  function readFields(): Record<string, string> {
    return Object.fromEntries(fields.map(([name, control]) => [name, control.read()]).filter(isFilledIn))
  }

  function act(): void {
    const action = choice.read() as PeopleAction | undefined
    if (!action) return
    problem.textContent = ''
    try {
      const { events } = action.act(corp, readFields())
      if (events.length === 0) history.addAction(action.name)
      changed()
      announce(texts.acted(texts.actions[action.name]))
    } catch (error) {
      // The message of the corp, which names the existing ones.
      problem.textContent = error instanceof Error ? error.message : String(error)
    }
  }

  const form = element(
    'form',
    { class: 'card', novalidate: true, 'aria-label': texts.people },
    element('h3', {}, texts.people),
    element('p', { class: 'hint' }, texts.peopleIntroduction),
    choice.element,
    place,
    element('div', { class: 'buttons' }, element('button', { type: 'submit' }, texts.act)),
    problem,
  )
  choice.element.addEventListener('change', () => show({}))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    act()
  })
  return { element: form, update: () => show(readFields()) }
}

function isFilledIn(entry: readonly unknown[]): entry is [name: string, value: string] {
  return typeof entry[1] === 'string'
}
