import { expect, test } from 'vitest'
import { coveragePage } from './coveragePage.ts'
import { shop } from './fixtures/sample.ts'

test('counts the calls and lists them all', () => {
  expect(coveragePage([shop, { name: 'core', sourceFolder: 'src/endpoints', calls: shop.calls.slice(0, 1) }]))
    .toMatchInlineSnapshot(`
    "<!-- Made by \`npm run generate\`: change tools/catalogue or the code, not this page. -->

    # Coverage

    The [catalogue](tools/catalogue/README.md) lists the 4 calls of WeCom's API for customer contact. This SDK has
    3 of them. The fake corp of \`@wecom/mock\`, a test server, answers 2 of them.

    | package | calls | in the SDK | fake corp |
    | --- | --- | --- | --- |
    | [\`@wecom/shop\`](#wecomshop) | 3 | 2 | 1 |
    | [\`@wecom/core\`](#wecomcore) | 1 | 1 | 1 |

    ## @wecom/shop

    | function | official page | EasyWeChat | fake corp |
    | --- | --- | --- | --- |
    | [\`getItem\`](packages/shop/src/getItem.ts) | [获取商品](https://developer.work.weixin.qq.com/document/path/90001) | \`item->get\` | yes |
    | [\`sellItem\`](packages/shop/src/sellItem.ts) | [出售商品](https://developer.work.weixin.qq.com/document/path/90003) | – | no |
    | \`orderItem\` (not written yet) | [订购商品](https://developer.work.weixin.qq.com/document/path/90001) | – | no |

    ## @wecom/core

    | function | official page | EasyWeChat | fake corp |
    | --- | --- | --- | --- |
    | [\`getItem\`](packages/core/src/endpoints/getItem.ts) | [获取商品](https://developer.work.weixin.qq.com/document/path/90001) | \`item->get\` | yes |
    "
  `)
})
