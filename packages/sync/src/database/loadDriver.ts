import { SyncError } from '../SyncError.ts'

export async function loadDriver<Driver>(name: string, load: () => Promise<Driver>): Promise<Driver> {
  try {
    return await load()
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    // The driver may be there, and miss a package of its own.
    if (!isMissing || !error.message.includes(`'${name}'`)) throw error
    throw new SyncError('driver', `store: the driver ${name} is not installed; run npm install ${name}`, {
      cause: error,
    })
  }
}
