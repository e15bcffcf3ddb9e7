import type { Served } from '../serve/serve.ts'
import { createProductAlbumServed } from './createProductAlbum.ts'
import { deleteProductAlbumServed } from './deleteProductAlbum.ts'
import { getProductAlbumServed } from './getProductAlbum.ts'
import { listProductAlbumsServed } from './listProductAlbums.ts'
import { updateProductAlbumServed } from './updateProductAlbum.ts'

/** The endpoints of `@wecom/products`, all of them. */
export const productsServed: readonly Served[] = [
  createProductAlbumServed,
  deleteProductAlbumServed,
  getProductAlbumServed,
  listProductAlbumsServed,
  updateProductAlbumServed,
]
