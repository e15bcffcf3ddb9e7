import { expect, test } from 'vitest'
import { decodeText } from './readText.ts'

test('default', () => {
  expect(decodeText(Buffer.from('周五'), 'a.json')).toBe('周五')
})

test('behavior: a byte order mark is not part of the text', () => {
  expect(decodeText(Buffer.from('\uFEFFWECOM_CORP_ID=ww1'), 'corp.env')).toBe('WECOM_CORP_ID=ww1')
})

test.each([
  ['GBK', [0xd6, 0xdc, 0xce, 0xe5], 'is not UTF-8'],
  ['UTF-16 LE', [0xff, 0xfe, 0x7b, 0x00], 'is UTF-16'],
  ['UTF-16 BE', [0xfe, 0xff, 0x00, 0x7b], 'is UTF-16'],
])('error: %s', (_, bytes, found) => {
  expect(() => decodeText(Uint8Array.from(bytes), 'a.json')).toThrow(`a.json ${found}; save it as UTF-8`)
})
