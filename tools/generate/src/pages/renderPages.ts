import { formatText } from '../formatText.ts'
import { readText } from '../workspace.ts'
import { hasMarkers, putBetweenMarkers } from './betweenMarkers.ts'
import { coveragePage } from './coveragePage.ts'
import { errcodesTable } from './errcodesTable.ts'
import { functionsTable } from './functionsTable.ts'
import { readmes } from './language.ts'
import type { PackageCalls } from './PackageCalls.ts'
import { readErrcodes } from './readErrcodes.ts'
import { readPackages } from './readPackages.ts'
import { unformatted } from './unformatted.ts'

/**
 * Returns the generated pages, by their path in the workspace. Leaves out READMEs that lack the marker
 * `<!-- functions -->`.
 */
export async function renderPages(): Promise<Record<string, string>> {
  const packages = await readPackages()
  const pages = [['COVERAGE.md', coveragePage(packages)] as const, ...packages.flatMap(renderReadmes)]
  const files = pages.map(async ([path, text]) => [path, await formatText(path, text)] as const)
  return Object.fromEntries(await Promise.all(files))
}

function renderReadmes(one: PackageCalls): (readonly [path: string, text: string])[] {
  return readmes.flatMap(([file, language]) => {
    const path = `packages/${one.name}/${file}`
    const page = readText(path)
    if (!hasMarkers(page, 'functions')) return []
    const functions = unformatted(functionsTable(one, language))
    const errcodes = unformatted(errcodesTable(readErrcodes(one.name), language))
    const withFunctions = putBetweenMarkers(path, page, 'functions', functions)
    return [[path, putBetweenMarkers(path, withFunctions, 'errcodes', errcodes)]]
  })
}
