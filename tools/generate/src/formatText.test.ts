import { expect, test } from 'vitest'
import { formatText } from './formatText.ts'

test.each([
  ['a.ts', 'const a = "b";', "const a = 'b'\n"],
  ['a.md', '| a |\n|-|\n| long |\n', '| a    |\n| ---- |\n| long |\n'],
  ['a.json', '{"a":1}', '{ "a": 1 }\n'],
])('%s is formatted with the options of the workspace', async (file, text, formatted) => {
  expect(await formatText(file, text)).toBe(formatted)
})

test('text that is not well formed is refused by file', async () => {
  await expect(formatText('a.ts', 'const')).rejects.toThrow('a.ts: ')
})
