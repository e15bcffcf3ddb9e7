import { expect, test } from 'vitest'
import type { CatalogueField } from './Catalogue.ts'
import { isAlwaysPresent } from './isAlwaysPresent.ts'
import { listCatalogues } from './listCatalogues.ts'
import { loadCatalogue } from './loadCatalogue.ts'

/**
 * The keys are the values of the field `presence` in the catalogue that start with "always" or "on success". The value
 * is true if every successful response contains a field with this `presence`.
 */
const phrases: Record<string, boolean> = {
  always: true,
  'on success': true,
  'always on success': true,
  'always in the sample': true,
  'always (may be empty)': true,
  'always; can be empty': true,
  'always; may be empty': true,
  'always; empty on failure': true,
  'always; empty when the group was never named': true,
  'always; not 0 when status is 3': true,
  'always; fixed 0 for third-party and provider-developed apps and for an upstream corp reading a downstream customer': true,
  'always; may be empty or absent for the single type': false,
  'always (absent for the acquisition component)': false,
}

test.each(Object.entries(phrases))('%s: %s', (phrase, always) => {
  expect(isAlwaysPresent(phrase)).toBe(always)
})

test.each([
  'absent when empty',
  'documented always; WxJava noted in 2021 that it did not come',
  'empty on the last page',
  'may be empty',
  'not stated',
  'only when type is 2; may be absent',
  'usual',
  'when set',
])('%s: false', (phrase) => {
  expect(isAlwaysPresent(phrase)).toBe(false)
})

test('no other phrase opens like that: a new one is to be decided here', () => {
  const used = listCatalogues().flatMap((name) =>
    loadCatalogue(name).endpoints.flatMap(({ response }) => response.flatMap(presencesOf)),
  )

  expect(new Set(used.filter((phrase) => /^(always|on success)/.test(phrase)))).toEqual(new Set(Object.keys(phrases)))
})

function presencesOf({ presence = '', fields = [] }: CatalogueField): string[] {
  return [presence, ...fields.flatMap(presencesOf)]
}
