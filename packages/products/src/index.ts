export {
  createProductAlbum,
  createProductAlbumEndpoint,
  type CreateProductAlbumParams,
  type CreateProductAlbumResult,
} from './createProductAlbum.ts'
export {
  deleteProductAlbum,
  deleteProductAlbumEndpoint,
  type DeleteProductAlbumParams,
  type DeleteProductAlbumResult,
} from './deleteProductAlbum.ts'
export {
  getProductAlbum,
  getProductAlbumEndpoint,
  type GetProductAlbumParams,
  type GetProductAlbumResult,
  type ProductDetail,
} from './getProductAlbum.ts'
export {
  listProductAlbums,
  listProductAlbumsEndpoint,
  type ListProductAlbumsParams,
  type ListProductAlbumsResult,
} from './listProductAlbums.ts'
export type { Product, ProductAttachment, ProductImage } from './schemas/product.ts'
export type { ProductAttachmentParams, ProductImageParams } from './schemas/productAttachmentParams.ts'
export {
  updateProductAlbum,
  updateProductAlbumEndpoint,
  type UpdateProductAlbumParams,
  type UpdateProductAlbumResult,
} from './updateProductAlbum.ts'
