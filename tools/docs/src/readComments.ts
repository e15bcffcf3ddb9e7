import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspace } from './workspace.ts'

/** The doc comment of a declaration or of a field. */
export interface Comment {
  /** The first paragraph of the doc comment. */
  readonly text: string
  readonly returns: string | undefined
}

const commented = /\/\*\*((?:(?!\*\/).)*)\*\/\n\s*(?:export )?(?:(?:function|interface|type) (\w+)|(\w+)\??:)/gs

/**
 * Returns the doc comments in source files. The key is the name of the function, interface, type or field.
 *
 * @param pattern - glob pattern of the source files, relative to the root of the workspace.
 */
export function readComments(pattern: string): ReadonlyMap<string, Comment> {
  const texts = globSync(pattern, { cwd: workspace }).map((file) => readFileSync(join(workspace, file), 'utf8'))
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(commented)].map(([, comment = '', declared, field]) => [
        declared ?? field ?? '',
        read(comment),
      ]),
    ),
  )
}

function read(comment: string): Comment {
  const lines = comment.replaceAll(/\n\s*\* ?/g, '\n').trim()
  const [text = ''] = lines.split(/\n\n|\n?@/)
  return { text: oneLine(text), returns: lines.match(/@returns (.*?)(?=\n@|\n\n|$)/s)?.[1] }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
