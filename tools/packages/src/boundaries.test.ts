import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const workspace = fileURLToPath(new URL('../../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'boundaries-'))
copyFileSync(join(workspace, '.oxlintrc.json'), join(scratch, '.oxlintrc.json'))
afterAll(() => rmSync(scratch, { recursive: true }))

function isRefused(file: string, specifier: string): boolean {
  const path = join(scratch, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { something } from '${specifier}'\n\nexport const used = something\n`)
  const { stdout, status } = spawnSync(join(workspace, 'node_modules/.bin/oxlint'), [path], {
    cwd: scratch,
    encoding: 'utf8',
  })
  rmSync(path)
  return status !== 0 && stdout.includes('no-restricted-imports')
}

const domainFile = 'packages/tags/src/listCorpTags.ts'

test.each([
  ['a domain imports another', domainFile, '@wecom/contacts'],
  ['a domain imports ky', domainFile, 'ky'],
  ['a domain imports Node', domainFile, 'node:fs'],
  ['a domain imports the source of core', domainFile, '../../core/src/index.ts'],
  [
    'a domain imports the source of core from deeper down',
    'packages/tags/src/schemas/tag.ts',
    '../../../core/src/index.ts',
  ],
  ['a domain imports the errcode table', domainFile, '@wecom/core/errcodes'],
  ['a domain imports anything else', domainFile, 'lodash'],
  ['a domain that has no entry anywhere imports a sibling', 'packages/brand-new/src/a.ts', '@wecom/tags'],
  ['a domain test imports the fake corp', 'packages/tags/src/listCorpTags.test.ts', '@wecom/mock'],
  ['core imports a domain', 'packages/core/src/request/request.ts', '@wecom/contacts'],
  ['core imports ky outside of its one file', 'packages/core/src/transport/send.ts', 'ky'],
  ['core imports undici outside of its one file', 'packages/core/src/transport/undici/UndiciExchange.ts', 'undici'],
  ['core imports undici in another transport', 'packages/core/src/transport/fetchTransport.ts', 'undici'],
  ['the transport over undici imports ky', 'packages/core/src/transport/undici/undiciTransport.ts', 'ky'],
  ['core imports OpenTelemetry outside of its one file', 'packages/core/src/events/notify.ts', '@opentelemetry/api'],
  ['the file for OpenTelemetry imports an SDK', 'packages/core/src/opentelemetry.ts', '@opentelemetry/sdk-metrics'],
  ['core imports Node', 'packages/core/src/request/request.ts', 'node:http'],
  ['the fake corp imports Node outside of its server', 'packages/mock/src/base/clock.ts', 'node:http'],
  ['the fake corp imports ky', 'packages/mock/src/server/listen.ts', 'ky'],
  ['core imports Node in a file that only sounds like its entry', 'packages/core/src/request/node.ts', 'node:http'],
  ['core imports ky in its entry for Node', 'packages/core/src/node/toNodeListener.ts', 'ky'],
  ['a domain imports the entry of core for Node', domainFile, '@wecom/core/node'],
  ['callback imports the entry of core for Node', 'packages/callback/src/index.ts', '@wecom/core/node'],
  ['callback imports Node', 'packages/callback/src/handler/readBody.ts', 'node:stream'],
  ['sync imports a driver outside of its one file', 'packages/sync/src/run/run.ts', 'pg'],
  ['sync imports the queue outside of its one file', 'packages/sync/src/worker/workLoop.ts', 'bullmq'],
  ['sync imports the fake corp', 'packages/sync/src/run/run.ts', '@wecom/mock'],
  ['the proxy imports Node', 'packages/proxy/src/createProxy.ts', 'node:http'],
  ['the program imports ky', 'packages/contact-cli/src/run.ts', 'ky'],
  ['the program imports the source of the fake corp', 'packages/contact-cli/src/run.ts', '../../mock/src/index.ts'],
  [
    'the fake corp imports the source of a domain',
    'packages/mock/src/answers/contacts.ts',
    '../../../contacts/src/index.ts',
  ],
])('refused: %s', (_what, file, specifier) => {
  expect(isRefused(file, specifier)).toBe(true)
})

test.each([
  ['a domain imports core', domainFile, '@wecom/core'],
  ['a domain imports what authors of endpoints need', domainFile, '@wecom/core/define'],
  ['a domain imports valibot', domainFile, 'valibot'],
  ['a domain imports its own files', domainFile, './schemas/tag.ts'],
  ['a domain file imports one above it', 'packages/tags/src/schemas/tag.ts', '../listCorpTags.ts'],
  ['a domain test imports the scripted client', 'packages/tags/src/listCorpTags.test.ts', '@wecom/core/testing'],
  ['the one file of core imports ky', 'packages/core/src/transport/kyTransport.ts', 'ky'],
  ['the one file of core imports undici', 'packages/core/src/transport/undici/undiciTransport.ts', 'undici'],
  ['the one file of core imports the API of OpenTelemetry', 'packages/core/src/opentelemetry.ts', '@opentelemetry/api'],
  [
    'a test of core against a real server imports Node',
    'packages/core/src/transport/transports.node.test.ts',
    'node:http',
  ],
  ['the fake corp imports a domain', 'packages/mock/src/answers/contacts.ts', '@wecom/contacts'],
  ['sync imports a domain', 'packages/sync/src/run/customers.ts', '@wecom/contacts'],
  ['the one file of a driver imports it', 'packages/sync/src/database/postgres.ts', 'pg'],
  ['the server of the fake corp imports Node', 'packages/mock/src/server/listen.ts', 'node:http'],
  ['the entry of core for Node imports Node', 'packages/core/src/node/toNodeListener.ts', 'node:http'],
  ['the program imports a library', 'packages/contact-cli/src/run.ts', 'commander'],
  ['the program imports the fake corp', 'packages/contact-cli/src/connection/connect.ts', '@wecom/mock'],
  ['the program imports Node', 'packages/contact-cli/src/call/readParams.ts', 'node:fs/promises'],
  ['the entry of the proxy for Node imports that of core', 'packages/proxy/src/node.ts', '@wecom/core/node'],
])('allowed: %s', (_what, file, specifier) => {
  expect(isRefused(file, specifier)).toBe(false)
})
