import { expect, test } from 'vitest'
import { readLimits } from './readLimits.ts'

test.each([
  ['<= 30 characters', { characters: { min: 0, max: 30 } }],
  ['1..20 UTF-8 characters', { characters: { min: 1, max: 20 } }],
  ['<= 20 items; when given replaces the old list', { items: { min: 0, max: 20 } }],
  ['1..1000 items, 200 advised', { items: { min: 1, max: 1000 } }],
  ['image | link | video', { values: ['image', 'link', 'video'] }],
  ['0 | 1, default 1', { values: ['0', '1'] }],
])('read: %s', (constraints, limits) => {
  expect(readLimits({ constraints })).toEqual(limits)
})

test.each([
  undefined,
  '<= 64 bytes',
  '1..1000, default 500',
  '<= 30 characters (limit stated for creation)',
  'at most 300 items of 1..32 UTF-8 characters',
  '<= 100 items a call',
  'required when msgtype is image | link',
  'image',
])('left to a person: %s', (constraints) => {
  expect(readLimits({ constraints })).toEqual({})
})
