import { beforeEach, expect, type MockInstance, test, vi } from 'vitest'

let warn: MockInstance<typeof console.warn>

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.resetModules()
})

async function create(options: { dangerouslyAllowBrowser?: boolean } = {}): Promise<void> {
  const { corpToken } = await import('./corpToken.ts')
  corpToken({ corpId: 'ww1', secret: 's3cret', ...options })
}

test('default: nothing is printed outside of pages', async () => {
  await create()
  expect(warn).not.toHaveBeenCalled()
})

test('behavior: in a page it warns once, and says what to use instead', async () => {
  vi.stubGlobal('document', {})
  await create()
  await create()

  expect(warn.mock.calls).toEqual([
    ['corpToken: this page gives the secret to all its visitors. Use proxied() and @wecom/proxy instead.'],
  ])
})

test('behavior: dangerouslyAllowBrowser silences the warning', async () => {
  vi.stubGlobal('document', {})
  await create({ dangerouslyAllowBrowser: true })

  expect(warn).not.toHaveBeenCalled()
})
