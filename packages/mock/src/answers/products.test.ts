import * as products from '@wecom/products'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { productsServed } from './products.ts'

test('serves every endpoint of the package, with the errcodes of the catalogue', () => {
  expect(findGaps('products', products, productsServed)).toEqual([])
})
