import * as products from '@wecom/products'
import { expect, test } from 'vitest'
import { findGaps } from '../fixtures/findGaps.ts'
import { productsServed } from './products.ts'

test('what is served is what the package has and the catalogue says', () => {
  expect(findGaps('products', products, productsServed)).toEqual([])
})
