import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Prints the steps of the demo on the terminal, and counts the checks that passed. */
export class Narrator {
  #chapter = 0
  #held = 0
  readonly #broken: string[] = []
  readonly #write: (text: string) => void

  constructor(write: (text: string) => void) {
    this.#write = write
  }

  title(text: string, subtitle: string): void {
    this.#line(`\n${paint('bold', text)}\n${paint('dim', subtitle)}`)
  }

  chapter(title: string): void {
    this.#chapter++
    this.#line(`\n${paint('cyan', `${this.#chapter}.`)} ${paint('bold', title)}`)
  }

  say(text: string): void {
    this.#line(`   ${text}`)
  }

  /** Prints a dim line about something that happens in the background of the demo. */
  aside(text: string): void {
    this.#line(`   ${paint('dim', `· ${text}`)}`)
  }

  table(rows: readonly (readonly string[])[]): void {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
    for (const row of rows) {
      this.say(row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('   '))
    }
  }

  /**
   * Prints a statement that the demo has checked. `holds` tells whether the statement is true. The last line of the
   * demo contains the number of true statements.
   */
  check(what: string, holds: boolean): void {
    if (holds) this.#held++
    else this.#broken.push(what)
    this.#line(`   ${holds ? paint('green', '✓') : paint('red', '✗')} ${what}`)
  }

  /** Prints the last line of the demo. Returns true if all checks passed. */
  end(): boolean {
    const all = this.#broken.length === 0
    this.#line(
      all
        ? `\n${paint('green', `All ${this.#held} checks passed.`)}\n`
        : `\n${paint('red', `${this.#broken.length} of ${this.#held + this.#broken.length} checks failed: ${this.#broken.join('; ')}.`)}\n`,
    )
    return all
  }

  #line(text: string): void {
    this.#write(`${text}\n`)
  }
}

function paint(style: Style, text: string): string {
  return styleText(style, text)
}

/** Returns the number of columns that a text takes on a terminal. A Chinese character takes two columns. */
function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2E80-\uFFFF]/.test(character) ? 2 : 1), 0)
}
