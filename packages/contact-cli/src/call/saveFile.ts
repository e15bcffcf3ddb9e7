import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type AnyEndpoint, type Client, type Download, isWeComError } from '@wecom/core'
import { FailureError, ProgramError } from '../ProgramError.ts'

export async function saveFile(client: Client, endpoint: AnyEndpoint, params: object, path: string): Promise<void> {
  const { body } = (await client.request(endpoint, params)) as Download
  // Downloads to another folder first, so that a download that breaks leaves an existing file as it was. Then copies the
  // content, so that the file keeps its owner, mode and links.
  const folder = await mkdtemp(join(tmpdir(), 'wecom-contact-'))
  const whole = join(folder, 'download')
  try {
    const file = await open(whole, 'w')
    try {
      for await (const chunk of body) await file.writeFile(chunk).catch(unwritable(whole))
    } finally {
      await file.close()
    }
    await pipeline(createReadStream(whole), createWriteStream(path)).catch(unwritable(path))
  } catch (error) {
    if (error instanceof ProgramError || isWeComError(error)) throw error
    throw new FailureError(`${endpoint.name} failed: the connection broke in the middle of the file. Run it again.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function unwritable(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new FailureError(`--out: ${path} cannot be written: ${code}`)
  }
}
