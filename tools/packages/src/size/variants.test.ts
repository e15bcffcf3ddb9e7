import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/**
 * Bundles a client from source with esbuild, and returns the code. `conditions` are the export conditions of the
 * target. esbuild always adds `import` and `default` to them.
 */
async function bundle(...conditions: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { createClient } from '@wecom/core'\nconsole.log(createClient)",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    conditions: ['@wecom/source', ...conditions],
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}

// The word is in the table of error codes of Node, Deno and Bun.
test.each([
  ['browsers', ['browser'], false],
  ['wrangler', ['workerd', 'worker', 'browser'], false],
  ['the edge runtime of Next.js, whose `fetch` is the one of Node', ['edge-light', 'worker', 'browser'], true],
  ['Node', ['node'], true],
  ['a bundler that knows no runtime', [], true],
])('behavior: bundles for %s have the error codes of sockets: %s', async (_, conditions, expected) => {
  expect((await bundle(...conditions)).includes('getaddrinfo')).toBe(expected)
})
