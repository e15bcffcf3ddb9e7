import { expect, test } from 'vitest'
import { isLoopback } from './settings.ts'

test.for(['127.0.0.1', '127.0.0.2', '127.255.255.254', '::1', '[::1]', 'localhost'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true)
})

test.for(['0.0.0.0', '::', '128.0.0.1', '127.0.0.1.example.com', '127.0.0', 'x127.0.0.1', 'localhost.example.com'])(
  '%s may be another one',
  (host) => {
    expect(isLoopback(host)).toBe(false)
  },
)
