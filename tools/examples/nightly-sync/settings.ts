const { WECOM_CORP_ID, WECOM_SECRET, WECOM_BASE_URL, DATABASE = 'corp.db' } = process.env
if (!WECOM_CORP_ID || !WECOM_SECRET) throw new Error('set WECOM_CORP_ID and WECOM_SECRET')

export const settings = {
  corpId: WECOM_CORP_ID,
  secret: WECOM_SECRET,
  /** Base URL of the API. If the environment variable `WECOM_BASE_URL` is not set, the client calls WeCom itself. */
  baseUrl: WECOM_BASE_URL,
  database: DATABASE,
}
