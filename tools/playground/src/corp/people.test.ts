import { expect, test } from 'vitest'
import { createCorp } from './corp.ts'
import { History } from './history.ts'
import { peopleActions } from './people.ts'

test.each(peopleActions.map((action) => [action.name, action] as const))(
  '%s can be done with what is offered first',
  (_, action) => {
    const corp = createCorp()
    const before = JSON.stringify(corp.state())
    const values = action
      .fields(corp)
      .map(({ name, field }) => [name, field.kind === 'choice' ? String(field.choices[0]?.value) : 'new'])
    action.act(corp, Object.fromEntries(values))

    expect(JSON.stringify(corp.state())).not.toBe(before)
  },
)

test('what cannot be done says why', () => {
  const corp = createCorp()
  const action = peopleActions.find(({ name }) => name === 'memberLeaves')

  expect(() => action?.act(corp, { userid: 'liuyang' })).toThrow('Member liuyang has left')
})

test('the history tells of people, of the clock, and of calls that changed something', () => {
  const corp = createCorp()
  const history = new History(corp)
  peopleActions[0]?.act(corp, { userid: 'lina' })
  corp.clock.advance({ hours: 1 })
  history.addClockMove()
  history.addAction('memberLeaves')

  expect(history.newestFirst()).toMatchObject([
    { kind: 'action', action: 'memberLeaves' },
    { kind: 'clock', at: Date.parse('2026-01-05T10:00+08:00') },
    { kind: 'event', at: Date.parse('2026-01-05T09:00+08:00'), event: { ChangeType: 'add_external_contact' } },
  ])
  history.clear()
  expect(history.newestFirst()).toEqual([])
})
