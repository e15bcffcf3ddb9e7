import type { ConvertedTmpExternalUserid } from './convertTmpExternalUserids.ts'

export interface PartitionedTmpExternalUserids {
  succeeded: ConvertedTmpExternalUserid[]
  /** Temporary ids that are invalid, or that the app may not convert. */
  failed: string[]
}

/**
 * Separates the temporary ids that were converted from those that were not.
 * `convertTmpExternalUserids` succeeds even if every single id failed.
 *
 * @param result - result of the call.
 * @param params - parameters of the same call, which name the others.
 * @returns both lists, each in the order it came in.
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
    // Not `invalid_tmp_external_userid_list`, which may be absent.
    failed: tmp_external_userid_list.filter((id) => !converted.has(id)),
  }
}
