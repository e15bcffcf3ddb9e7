import * as v from 'valibot'
import { expect, test } from 'vitest'
import { wireObject } from './wireObject.ts'

interface Thing {
  id: string
  note?: string | undefined
}

test('checks known fields and lets others through', () => {
  const schema = wireObject<Thing>({ id: v.string(), note: v.optional(v.string()) })

  expect(v.parse(schema, { id: 'a', later: 1 })).toEqual({ id: 'a', later: 1 })
  expect(v.safeParse(schema, { note: 'n' }).success).toBe(false)
})

test('a schema that differs from the interface does not compile', () => {
  const differing = [
    // @ts-expect-error note is missing
    wireObject<Thing>({ id: v.string() }),
    // @ts-expect-error note is optional
    wireObject<Thing>({ id: v.string(), note: v.string() }),
    // @ts-expect-error id is required
    wireObject<Thing>({ id: v.optional(v.string()), note: v.optional(v.string()) }),
    // @ts-expect-error id is a string
    wireObject<Thing>({ id: v.number(), note: v.optional(v.string()) }),
    // @ts-expect-error the interface has no such field
    wireObject<Thing>({ id: v.string(), note: v.optional(v.string()), more: v.string() }),
  ]

  // The marks above are the test: an unused one is a compile error.
  expect(differing).toHaveLength(5)
})
