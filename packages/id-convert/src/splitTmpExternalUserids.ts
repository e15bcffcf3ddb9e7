import type { ConvertedTmpExternalUserid } from './convertTmpExternalUserids.ts'

export interface TmpExternalUseridOutcome {
  converted: ConvertedTmpExternalUserid[]
  /** Temporary ids that are invalid, or that the app may not convert. */
  failed: string[]
}

/**
 * Tells the temporary ids that were converted from those that were not.
 * `convertTmpExternalUserids` succeeds even where every single id failed.
 *
 * @param params - parameters of the call.
 * @param result - result of the same call.
 * @returns both lists, each in the order it came in. A list that is absent or null counts as empty.
 *
 * @example
 * const { converted, failed } = splitTmpExternalUserids(params, await convertTmpExternalUserids(client, params))
 */
export function splitTmpExternalUserids(
  { tmp_external_userid_list }: { readonly tmp_external_userid_list?: readonly string[] | null | undefined },
  { results }: { readonly results?: readonly ConvertedTmpExternalUserid[] | null | undefined },
): TmpExternalUseridOutcome {
  const converted = results ?? []
  const convertedIds = new Set(converted.map(({ tmp_external_userid }) => tmp_external_userid))
  return {
    converted: [...converted],
    // Not `invalid_tmp_external_userid_list`, which may be absent.
    failed: (tmp_external_userid_list ?? []).filter((id) => !convertedIds.has(id)),
  }
}
