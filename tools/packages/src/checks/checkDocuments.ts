import type { Check, PackedPackage } from '../Check.ts'

/** npm adds these by itself, but only from the package's own folder, not from the root of the workspace. */
const documents = ['LICENSE', 'README.md']

/** Whether the package brings its licence and its readme. */
export function checkDocuments({ files }: Pick<PackedPackage, 'files'>): Check {
  const missing = documents.filter((name) => !files.includes(name))
  return { name: 'licence and readme', problems: missing.map((name) => `${name} is missing`) }
}
