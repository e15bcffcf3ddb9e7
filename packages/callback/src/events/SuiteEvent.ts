/**
 * The common fields of events about a suite itself. WeCom sends them only to the instruction URL (指令回调URL) of the
 * suite.
 */
export interface SuiteEvent<Info extends string> {
  InfoType: Info
  /** Time of the event, in unix seconds. */
  TimeStamp: number

  ChangeType?: undefined
  Event?: undefined
  CreateTime?: undefined
}
