import { expect, test } from 'vitest'
import { loadErrcodes } from './loadErrcodes.ts'

test('codes and names are given once', () => {
  const errcodes = loadErrcodes()

  expect(new Set(errcodes.map(({ code }) => code)).size).toBe(errcodes.length)
  expect(new Set(errcodes.map(({ name }) => name)).size).toBe(errcodes.length)
})

test('a row is read as written', () => {
  expect(loadErrcodes().find(({ code }) => code === 42001)).toMatchObject({
    name: 'ACCESS_TOKEN_EXPIRED',
    class: 'auth',
    retry: 'after_token_refresh',
  })
})
