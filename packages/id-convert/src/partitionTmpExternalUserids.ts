import type { ConvertedTmpExternalUserid } from './convertTmpExternalUserids.ts'

export interface PartitionedTmpExternalUserids {
  succeeded: ConvertedTmpExternalUserid[]
  /** Temporary ids that are invalid or that the app is not allowed to convert. */
  failed: string[]
}

/**
 * Divides temporary ids into those that WeCom converted, and those that WeCom did not convert. Use this function after
 * `convertTmpExternalUserids`, because `convertTmpExternalUserids` succeeds even if WeCom converts no id.
 *
 * @param result - result of `convertTmpExternalUserids`.
 * @param params - parameters of the same call. They contain all temporary ids.
 * @returns the converted ids in the order of `result`, and the ids that WeCom did not convert in the order of `params`.
 *
 * @example
 * const { succeeded, failed } = partitionTmpExternalUserids(await convertTmpExternalUserids(client, params), params)
 */
export function partitionTmpExternalUserids(
  { results }: { readonly results?: readonly ConvertedTmpExternalUserid[] | null | undefined },
  { tmp_external_userid_list }: { readonly tmp_external_userid_list: readonly string[] },
): PartitionedTmpExternalUserids {
  const succeeded = results ?? []
  const converted = new Set(succeeded.map(({ tmp_external_userid }) => tmp_external_userid))
  return {
    succeeded: [...succeeded],
    // Computed, because `invalid_tmp_external_userid_list` may be absent.
    failed: tmp_external_userid_list.filter((id) => !converted.has(id)),
  }
}
