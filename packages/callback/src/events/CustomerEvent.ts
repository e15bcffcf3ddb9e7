/**
 * What events of customer contact have in common. They come in two forms: to a corp's own or provider-developed app
 * with `Event`, to a suite's instruction URL with `InfoType`. Each form has all of its fields, and none of the other's.
 */
export interface CustomerEvent<Family extends string, Change extends string> {
  /** What happened, within the family. */
  ChangeType: Change

  /** App form: the family. */
  Event?: Family | undefined
  /** App form: corpid. */
  ToUserName?: string | undefined
  /** App form: always `sys`. */
  FromUserName?: string | undefined
  /** App form: Unix seconds. */
  CreateTime?: number | undefined
  /** App form. */
  MsgType?: 'event' | undefined

  /** Suite form: the family. */
  InfoType?: Family | undefined
  /** Suite form: id of the suite or template. */
  SuiteId?: string | undefined
  /** Suite form: corpid of the corp where it happened. */
  AuthCorpId?: string | undefined
  /** Suite form: Unix seconds. */
  TimeStamp?: number | undefined
}
