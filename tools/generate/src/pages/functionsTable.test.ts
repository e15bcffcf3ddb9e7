import { expect, test } from 'vitest'
import { shop } from './fixtures/sample.ts'
import { functionsTable } from './functionsTable.ts'

test('lists the functions that are there', () => {
  expect(functionsTable(shop, 'en')).toMatchInlineSnapshot(`
    "| function | what it does | official page | [effect](../core/README.md#retries) |
    | --- | --- | --- | --- |
    | \`getItem\` | Read one item | [获取商品](https://developer.work.weixin.qq.com/document/path/90001) | read |
    | \`sellItem\` | Sell one item \\| all items. Deprecated: use \`orderItem\` | [出售商品](https://developer.work.weixin.qq.com/document/path/90003) | create |

    The fake corp does not answer \`sellItem\`.
    "
  `)
})

test('in Chinese, the official title says what a function does', () => {
  expect(functionsTable(shop, 'zh')).toMatchInlineSnapshot(`
    "| 函数 | 官方页面 | [副作用](../core/README.zh-CN.md#重试) |
    | --- | --- | --- |
    | \`getItem\` | [获取商品](https://developer.work.weixin.qq.com/document/path/90001) | 读取 |
    | \`sellItem\` | [出售商品](https://developer.work.weixin.qq.com/document/path/90003)（旧接口，请改用 \`orderItem\`） | 创建 |

    模拟企业不应答：\`sellItem\`。
    "
  `)
})

test('gives the reason why the fake corp does not answer, where there is one', () => {
  const calls = shop.calls.map((call) => ({ ...call, refusal: 'its rules are unknown' }))

  expect(functionsTable({ ...shop, calls }, 'en')).toContain('does not answer `sellItem` (its rules are unknown).')
})
