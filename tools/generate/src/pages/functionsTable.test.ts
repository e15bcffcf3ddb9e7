import { expect, test } from 'vitest'
import { shop } from './fixtures/sample.ts'
import { functionsTable } from './functionsTable.ts'

test('lists the functions that are there', () => {
  expect(functionsTable(shop)).toMatchInlineSnapshot(`
    "| function | what it does | official page | effect | fake corp |
    | --- | --- | --- | --- | --- |
    | [\`getItem\`](src/getItem.ts) | Read one item | [获取商品](https://developer.work.weixin.qq.com/document/path/90001) | read | yes |
    | [\`sellItem\`](src/sellItem.ts) | Sell one item \\| all items. Deprecated: use \`orderItem\` | [出售商品](https://developer.work.weixin.qq.com/document/path/90003) | create | no |
    "
  `)
})
