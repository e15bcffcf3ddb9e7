import { open } from 'node:fs/promises'
import type { AnyEndpoint, Client, Download } from '@wecom/core'
import { FailureError } from '../ProgramError.ts'

export async function saveFile(client: Client, endpoint: AnyEndpoint, params: object, path: string): Promise<void> {
  // Makes the call before it opens the file, so that a failed call leaves no empty file.
  const { body } = (await client.request(endpoint, params)) as Download
  const file = await open(path, 'w').catch(async ({ code }: NodeJS.ErrnoException) => {
    await body.cancel()
    throw new FailureError(`--out: ${path} cannot be written: ${code}`)
  })
  try {
    for await (const chunk of body) await file.write(chunk)
  } finally {
    await file.close()
  }
}
