import { errcodeTexts } from './errcodeTexts.ts'

/**
 * Thrown by an answer that says no. The caller gets it as an errcode; an answer that throws has changed nothing.
 *
 * @example
 * if (!customer) throw new Refusal(40096)
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly errcode: number

  /**
   * @param errcode - as the API documents it.
   * @param text - what stands before the hint in errmsg. Default: WeCom's own words, where they are known.
   */
  constructor(errcode: number, text: string = errcodeTexts.get(errcode) ?? 'request refused') {
    super(text)
    this.errcode = errcode
  }
}
