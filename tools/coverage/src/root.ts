/** The folder of the workspace. */
export const root: URL = new URL('../../../', import.meta.url)
