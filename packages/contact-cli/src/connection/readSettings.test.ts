import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from './readSettings.ts'

const env = { WECOM_CORP_ID: 'ww1', WECOM_SECRET: 'top-secret' }

async function writeConfig(text: string, mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'corp.env')
  await writeFile(path, text)
  await chmod(path, mode)
  return path
}

test('default: from the environment', async () => {
  expect(await readSettings(undefined, { env })).toEqual({
    corpId: 'ww1',
    secret: 'top-secret',
    baseUrl: undefined,
    callback: undefined,
    source: 'the environment',
  })
})

test('behavior: values of the file win over those of the environment', async () => {
  const path = await writeConfig('# mine\nWECOM_SECRET="of-the-file"\nWECOM_BASE_URL=http://127.0.0.1:8090\n', 0o600)

  expect(await readSettings(path, { env })).toMatchObject({
    corpId: 'ww1',
    secret: 'of-the-file',
    baseUrl: 'http://127.0.0.1:8090',
    source: path,
  })
})

test('behavior: a callback URL with its keys', async () => {
  const callback = { WECOM_CALLBACK_URL: 'https://a.example/cb', WECOM_CALLBACK_TOKEN: 't', WECOM_CALLBACK_KEY: 'k' }

  expect(await readSettings(undefined, { env: { ...env, ...callback } })).toMatchObject({
    callback: { url: 'https://a.example/cb', token: 't', encodingAesKey: 'k' },
  })
})

test.each([0o640, 0o604, 0o644, 0o610])('error: a file of mode %o is not read', async (mode) => {
  const path = await writeConfig('WECOM_SECRET=top-secret\n', mode)
  const refused = readSettings(path, { env })

  await expect(refused).rejects.toThrow(`--config: other users can read ${path}; run: chmod 600 ${path}`)
})

test('behavior: blanks and line ends around a value are ignored', async () => {
  const path = await writeConfig('WECOM_SECRET=" top-secret\n"\r\n', 0o600)

  expect(await readSettings(path, { env: { WECOM_CORP_ID: ' ww1\n' } })).toMatchObject({
    corpId: 'ww1',
    secret: 'top-secret',
  })
})

test('behavior: a file with a byte order mark', async () => {
  const path = await writeConfig('\uFEFFWECOM_CORP_ID=ww2\n', 0o600)

  expect(await readSettings(path, { env })).toMatchObject({ corpId: 'ww2' })
})

test('error: no file', async () => {
  await expect(readSettings('no/corp.env', { env })).rejects.toThrow('--config: no/corp.env cannot be read: ENOENT')
})

test.each(['top secret', '秘密'])('error: the secret %s cannot be one', async (secret) => {
  const refused = readSettings(undefined, { env: { ...env, WECOM_SECRET: secret } })

  await expect(refused).rejects.toThrow(
    'WECOM_SECRET: contains a blank or a character that is not ASCII; copy the secret again',
  )
})

test.each(['WECOM_CORP_ID', 'WECOM_SECRET'])('error: %s is not set', async (name) => {
  const path = await writeConfig('', 0o600)
  const incompleteEnv = { ...env, [name]: undefined }

  await expect(readSettings(undefined, { env: incompleteEnv })).rejects.toThrow(
    `${name} is not set: set it in the environment or in the file of --config, or try --mock`,
  )
  await expect(readSettings(path, { env: incompleteEnv })).rejects.toThrow(
    `${name} is not set: set it in ${path}, or try --mock`,
  )
})
