import { expect, test } from 'vitest'
import { formatTable } from './formatTable.ts'

test('default: text to the left, numbers to the right', () => {
  expect(
    formatTable([
      ['what', 'bytes'],
      ['client', '9'],
      ['function', '1000'],
    ]),
  ).toMatchInlineSnapshot(`
    "what      bytes
    --------  -----
    client        9
    function   1000"
  `)
})
