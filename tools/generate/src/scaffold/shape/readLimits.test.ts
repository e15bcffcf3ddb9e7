import { expect, test } from 'vitest'
import { readLimits } from './readLimits.ts'

test.each([
  ['<= 30 characters', { characters: { max: 30 } }],
  ['1..20 UTF-8 characters', { characters: { min: 1, max: 20 } }],
  ['<= 64 bytes', { bytes: { max: 64 } }],
  ['64..512 bytes', { bytes: { min: 64, max: 512 } }],
  ['1..1000, default 500', { value: { min: 1, max: 1000 } }],
  ['0..2, default 2', { value: { min: 0, max: 2 } }],
  ['default 100, max 1000', { value: { max: 1000 } }],
  ['<= 5000000', { value: { max: 5_000_000 } }],
  ['image | link | video', { values: ['image', 'link', 'video'] }],
  ['0 | 1, default 1', { values: ['0', '1'] }],
  ['0 or 1; default 0 (descending)', { values: ['0', '1'] }],
  ['1 only', { values: ['1'] }],
  ['image', { values: ['image'] }],
  ['video | file; <= 32 bytes', { values: ['video', 'file'], bytes: { max: 32 } }],
  ['see enums; default 1', {}],
  [undefined, {}],
])('read: %s', (constraints, limits) => {
  expect(readLimits({ constraints })).toEqual({ ...limits, unchecked: [] })
})

test.each([
  [
    '<= 20 items; when given replaces the old list',
    { items: { max: 20 }, unchecked: ['when given replaces the old list'] },
  ],
  ['1..1000 items, 200 advised', { items: { min: 1, max: 1000 }, unchecked: ['200 advised'] }],
  ['fen; <= 5000000', { value: { max: 5_000_000 }, unchecked: ['fen'] }],
  [
    'default 50, max 100; more counts as the default',
    { value: { max: 100 }, unchecked: ['more counts as the default'] },
  ],
  [
    'seconds; only when is_temp is true; default 604800 (7 days), max 1209600 (14 days)',
    { unchecked: ['seconds', 'only when is_temp is true', 'max 1209600 (14 days)'] },
  ],
])('in part left to a person: %s', (constraints, limits) => {
  expect(readLimits({ constraints })).toEqual(limits)
})

test.each([
  '<= 30 characters (limit stated for creation)',
  'at most 300 items of 1..32 UTF-8 characters',
  '<= 100 items a call',
  'required when msgtype is image | link',
  'seconds or days',
])('left to a person: %s', (constraints) => {
  expect(readLimits({ constraints })).toEqual({ unchecked: [constraints] })
})
