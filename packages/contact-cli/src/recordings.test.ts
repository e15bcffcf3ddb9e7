import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { pages, recordAgain } from './fixtures/recordings.ts'
import { version } from './version.ts'

function readPage(page: string): Promise<string> {
  return readFile(new URL(`../${page}`, import.meta.url), 'utf8')
}

test.each(pages)('%s: the program prints what the recordings show', async (page) => {
  const text = await readPage(page)

  // The pages of @wecom/sync also contain recordings of other programs.
  expect(text.match(/^\$ wecom-contact /gm)?.length).toBeGreaterThan(page.startsWith('../sync/') ? 2 : 5)
  expect(await recordAgain(text), `run \`npm run generate\` in packages/contact-cli`).toBe(text)
})

function pageWith(output: string): string {
  return `a\n\n\`\`\`console\n$ wecom-contact --version\n${output}\`\`\`\n\nb\n`
}

test('behavior: a recording that is out of date, or not made yet, is made anew', async () => {
  expect(await recordAgain(pageWith('old\n'))).toBe(pageWith(`${version}\n`))
  expect(await recordAgain(pageWith(''))).toBe(pageWith(`${version}\n`))
})

test('error: a command that cannot be recorded', async () => {
  await expect(recordAgain('```console\n$ rm -r a\n```\n')).rejects.toThrow('cannot hold this command: rm -r a')
})
