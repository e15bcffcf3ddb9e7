/** The common fields of events of a suite itself. WeCom sends them only to its instruction URL (指令回调URL). */
export interface SuiteEvent<Info extends string> {
  InfoType: Info
  /** Unix seconds. */
  TimeStamp: number

  ChangeType?: undefined
  Event?: undefined
  CreateTime?: undefined
}
