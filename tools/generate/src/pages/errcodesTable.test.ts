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

test('in Chinese: the official title, and the remedy of the class', () => {
  expect(errcodesTable([soldOut], 'zh')).toMatchInlineSnapshot(`
    "| errcode | 官方说明 | 处理办法 |
    | --- | --- | --- |
    | 49001 | 商品已售完 | 额度用尽：等待无用，先释放或增加额度 |
    "
  `)
})
