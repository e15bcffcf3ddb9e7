import { expect, test } from 'vitest'
import { multipart } from './multipart.ts'

/**
 * Encodes the fields as a multipart form. Returns the form that the built-in parser of the runtime (Node.js or a
 * browser) reads from the encoded bytes.
 */
function readForm(fields: Readonly<Record<string, unknown>>): Promise<FormData> {
  return new Response(multipart.encode(fields)).formData()
}

test('default', async () => {
  const form = await readForm({ media: new File(['12345678'], '报价 "单".pdf', { type: 'application/pdf' }), size: 8 })

  expect([...form.keys()]).toEqual(['media', 'size'])
  expect(form.get('size')).toBe('8')
  const media = form.get('media')
  expect(media).toMatchObject({ type: 'application/pdf', size: 8 })
  expect(media instanceof File && (await media.text())).toBe('12345678')
})

test('behavior: lists are sent as JSON, undefined fields are left out', async () => {
  const form = await readForm({ text: '李四\n', list: [1, { a: 2 }], left: undefined })

  expect([...form]).toEqual([
    ['text', '"李四\\n"'],
    ['list', '[1,{"a":2}]'],
  ])
})

test('behavior: quotes and line breaks in names are escaped', async () => {
  const text = await multipart.encode({ 'a"\r\nb': new File(['1'], 'c"; name="d"\r\n\r\n') }).text()

  expect(text).toContain('form-data; name="a%22%0D%0Ab"; filename="c%22; name=%22d%22%0D%0A%0D%0A"\r\n')
})

test('behavior: a Blob without a name is named blob', async () => {
  expect(await multipart.encode({ media: new Blob(['1']) }).text()).toContain(
    'filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n1\r\n',
  )
})

test('behavior: each form has its own boundary, in lower case', () => {
  const types = Array.from({ length: 20 }, () => multipart.encode({}).type)

  expect(new Set(types).size).toBe(20)
  for (const type of types) expect(type).toMatch(/^multipart\/form-data; boundary=wecom-sdk-[0-9a-f]{32}$/)
})
