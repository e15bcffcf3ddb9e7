import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { readBody } from './readBody.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Body {
  readonly request: Request
  readonly cancel: () => void
}

/**
 * Creates a request whose body consists of `chunks`. If `isOpen` is true, the body does not end after the last chunk.
 */
function requestOf(chunks: readonly Uint8Array[], { isOpen = false } = {}): Body {
  const cancel = vi.fn<() => void>()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk)
      if (!isOpen) controller.close()
    },
    cancel,
  })
  const init = { method: 'POST', body, duplex: 'half' }
  return { request: new Request('https://crm.example.com/', init), cancel }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('default: reads to the end', async () => {
  expect(await readBody(requestOf([bytes('<xml>'), bytes('</xml>')]).request, 100)).toBe('<xml></xml>')
  expect(await readBody(new Request('https://crm.example.com/', { method: 'POST' }), 100)).toBe('')
})

test('behavior: a character split over two chunks', async () => {
  const [first = 0, ...rest] = bytes('欢')
  expect(await readBody(requestOf([new Uint8Array([first]), new Uint8Array(rest)]).request, 100)).toBe('欢')
})

test('behavior: a body of exactly maxBytes, in one chunk or more', async () => {
  expect(await readBody(requestOf([bytes('a'.repeat(100))]).request, 100)).toHaveLength(100)
  expect(await readBody(requestOf([bytes('a'.repeat(99)), bytes('a')]).request, 100)).toHaveLength(100)
})

test('behavior: no timer is left', async () => {
  await readBody(requestOf([bytes('a')]).request, 100)
  expect(vi.getTimerCount()).toBe(0)
})

test('error: a body that is too large is not read further', async () => {
  const { request, cancel } = requestOf([bytes('a'.repeat(100)), bytes('a')], { isOpen: true })
  expect(await refusalOf(() => readBody(request, 100))).toBe('size')
  expect(cancel).toHaveBeenCalledOnce()
})

test('error: a body that never ends is refused after 5 seconds', async () => {
  const { request, cancel } = requestOf([bytes('<xml>')], { isOpen: true })
  const refusal = refusalOf(() => readBody(request, 100))
  await vi.advanceTimersByTimeAsync(4_999)
  expect(cancel).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)

  expect(await refusal).toBe('timeout')
  expect(cancel).toHaveBeenCalledOnce()
})
