import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { type AnyEndpoint, type Client, type Download, isWeComError } from '@wecom/core'
import { FailureError, ProgramError } from '../ProgramError.ts'

export async function saveFile(client: Client, endpoint: AnyEndpoint, params: object, path: string): Promise<void> {
  // Makes the call before it opens the file, so that a failed call leaves no empty file.
  const { body } = (await client.request(endpoint, params)) as Download
  const unwritable = ({ code }: NodeJS.ErrnoException): never => {
    throw new FailureError(`--out: ${path} cannot be written: ${code}`)
  }
  const existing = await stat(path).catch(() => undefined)
  // Writes to a second file and renames it at the end, so that a failure leaves an existing file as it was. But writes
  // directly to a device such as /dev/stdout, which must not be replaced by a file.
  const isReplaced = existing === undefined || existing.isFile()
  // If the path is a symbolic link, replaces the file behind it.
  const target = await realpath(path).catch(() => path)
  const written = isReplaced ? `${target}.${process.pid}.part` : path
  try {
    const file = await open(written, 'w', existing?.mode).catch(async (error: NodeJS.ErrnoException) => {
      await body.cancel()
      return unwritable(error)
    })
    try {
      for await (const chunk of body) await file.writeFile(chunk).catch(unwritable)
    } finally {
      await file.close()
    }
    if (isReplaced) await rename(written, target).catch(unwritable)
  } catch (error) {
    if (isReplaced) await rm(written, { force: true })
    if (error instanceof ProgramError || isWeComError(error)) throw error
    throw new FailureError(`${endpoint.name} failed: the connection broke in the middle of the file. Run it again.`)
  }
}
