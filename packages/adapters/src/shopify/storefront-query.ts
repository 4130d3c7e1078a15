import type { StorefrontAddress } from './storefront-address.js';

/** What is asked for. */
export interface StorefrontQuery {
  query: string;
  variables: Record<string, string | string[]>;
}

const MONEY = '{ amount currencyCode }';
const IMAGE = '{ url altText }';
/** A product with more variants than a host could ever call out. */
const VARIANTS = 20;

/** Writes the query for the products that an address means: by ids, by handles, of a collection, or the shop's first twenty. */
export function storefrontQuery(address: StorefrontAddress): StorefrontQuery {
  const { ids, handles, collection, country, language, token } = address;
  const context = [country && `country: ${country}`, language && `language: ${language}`].filter(Boolean).join(', ');
  const inContext = context ? ` @inContext(${context})` : '';
  // Without a token the interface gives out everything but the stock.
  const stock = `availableForSale currentlyNotInStock${token ? ' quantityAvailable' : ''}`;
  const product = `fragment P on Product { id handle title featuredImage ${IMAGE}
    variants(first: ${VARIANTS}) { nodes { id title sku ${stock} price ${MONEY} compareAtPrice ${MONEY} image ${IMAGE} } } }`;
  const write = (parameters: string, body: string, variables: StorefrontQuery['variables']) => ({
    query: `query${parameters}${inContext} { ${body} }\n${product}`,
    variables,
  });

  if (ids.length > 0) {
    const gids = ids.map((id) => `gid://shopify/Product/${id}`);
    return write('($ids: [ID!]!)', 'nodes(ids: $ids) { ...P }', { ids: gids });
  }
  if (handles.length > 0) {
    const parameters = handles.map((_, index) => `$h${index}: String!`).join(', ');
    const body = handles.map((_, index) => `p${index}: product(handle: $h${index}) { ...P }`).join(' ');
    const variables = Object.fromEntries(handles.map((handle, index) => [`h${index}`, handle]));
    return write(`(${parameters})`, body, variables);
  }
  if (collection) {
    const body = 'collection(handle: $c) { products(first: 50) { nodes { ...P } } }';
    return write('($c: String!)', body, { c: collection });
  }
  return write('', 'products(first: 20) { nodes { ...P } }', {});
}
