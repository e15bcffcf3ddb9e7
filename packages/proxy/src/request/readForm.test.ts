import { expect, test } from 'vitest'
import { readForm } from './readForm.ts'

async function read(maxText: number): Promise<Readonly<Record<string, unknown>>> {
  const form = new FormData()
  form.append('media', new File(['0123456789'], 'a.txt'))
  form.append('type', JSON.stringify('abcd'))
  const request = new Response(form)
  const type = request.headers.get('content-type') ?? expect.fail('no type')
  return readForm(new Uint8Array(await request.arrayBuffer()), type, maxText)
}

test('default: texts up to the limit are JSON, and files do not count', async () => {
  const { media, type } = await read(6)

  expect(type).toBe('abcd')
  expect(await (media as File).text()).toBe('0123456789')
})

test('error: more text than the limit', async () => {
  await expect(read(5)).rejects.toMatchObject({ reason: 'too_large' })
})
