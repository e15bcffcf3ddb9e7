import type { CatalogueErrcode } from '@wecom-tools/catalogue'
import { expect, test } from 'vitest'
import { errcodesTable } from './errcodesTable.ts'

const soldOut: CatalogueErrcode = {
  code: 49001,
  name: 'SOLD_OUT',
  group: 'shop',
  title_zh: '商品已售完',
  meaning: 'Nothing is left (version 1.2); more is on its way.',
  class: 'quota',
  retry: 'never',
  hint: 'Order more. Ask twice.',
  hint_zh: '补货',
  sources: [],
  confidence: 'high',
}

test('in English: the first sentence of the meaning and of the hint', () => {
  expect(errcodesTable([soldOut], 'en')).toMatchInlineSnapshot(`
    "| errcode | meaning | what to do |
    | --- | --- | --- |
    | 49001 | Nothing is left (version 1.2) | Order more |
    "
  `)
})

test('in Chinese: the official title and the remedy', () => {
  expect(errcodesTable([soldOut], 'zh')).toMatchInlineSnapshot(`
    "| errcode | 官方说明 | 处理办法 |
    | --- | --- | --- |
    | 49001 | 商品已售完 | 补货 |
    "
  `)
})

test('in Chinese: a code without a remedy is an error', () => {
  expect(() => errcodesTable([{ ...soldOut, hint_zh: undefined }], 'zh')).toThrow('errcode 49001 has no hint_zh')
})
