import { expect, test } from 'vitest'
import { readCode, readComments, readHeadings, readOwnLinks } from './pages.ts'

const page = `# @wecom/shop

- [Was it sold?](#was-it-sold)

## Was it sold?

\`\`\`sh
# Starts the shop
npm start # at once
\`\`\`

### 退货 (\`returnItem\`)

\`\`\`ts compile-only
// All items
const url = 'https://example.com/a' // of the shop
\`\`\`
`

test('headings with their level and anchor, comments of shells not among them', () => {
  expect(readHeadings(page)).toEqual([
    { level: 1, text: '@wecom/shop', anchor: 'wecomshop' },
    { level: 2, text: 'Was it sold?', anchor: 'was-it-sold' },
    { level: 3, text: '退货 (`returnItem`)', anchor: '退货-returnitem' },
  ])
})

test('links within the page', () => {
  expect(readOwnLinks(page)).toEqual(['was-it-sold'])
})

test('code and comments of blocks apart', () => {
  expect(readCode(page)).toEqual([
    { language: 'sh', note: '', file: '', code: 'npm start\n' },
    { language: 'ts', note: 'compile-only', file: '', code: "const url = 'https://example.com/a'\n" },
  ])
  expect(readComments(page)).toEqual(['# Starts the shop', '# at once', '// All items', '// of the shop'])
})
