import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { delivery, settings } from '../fixtures/requests.ts'
import { createCallbackHandler } from '../handler/createCallbackHandler.ts'
import type { DedupeStore } from './DedupeStore.ts'
import { memoryDedupeStore } from './memoryDedupeStore.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function usedMegabytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

/**
 * Returns the same text as `key`, concatenated character by character. The callback handler also concatenates its keys.
 * JavaScript engines may store such a string as a tree of its parts, which takes more memory.
 */
function partsOf(key: string): string {
  return Array.from(key).reduce((text, character) => text + character, '')
}

test('behavior: 100 000 keys take about 15 MB, also concatenated ones', async () => {
  const keys: string[] = []
  const spy: DedupeStore = { add: async (key) => keys.push(key) > 0, delete: async () => {} }
  await createCallbackHandler({ ...settings, onEvent: () => {}, dedupe: spy })(delivery('<xml><A>1</A></xml>'))
  const [key = expect.fail('no key')] = keys
  const prefix = key.slice(0, -64)
  const store = memoryDedupeStore()
  const before = usedMegabytes()
  for (let count = 0; count < 100_000; count++) {
    await store.add(partsOf(prefix + createHash('sha256').update(String(count)).digest('hex')), 600_000)
  }

  expect(usedMegabytes() - before).toBeLessThan(20)
  expect(await store.add(partsOf(key), 600_000)).toBe(true)
})
