import type { Check, PackedPackage } from '../Check.ts'

/**
 * Files that every package must contain. npm packs these files only if they are in the folder of the package. It does
 * not pack files from the root of the workspace.
 */
const documents = ['LICENSE', 'README.md']

export function checkDocuments({ files }: Pick<PackedPackage, 'files'>): Check {
  const missing = documents.filter((name) => !files.includes(name))
  return { name: 'licence and readme', problems: missing.map((name) => `${name} is missing`) }
}
