/** What the columns of a table can become, in the order in which a screen offers them. */
export const MAPPING_TARGETS = [
  'text',
  'title',
  'axis',
  'region',
  'speaker',
  'organisation',
  'lang',
  'themes',
  'date',
  'kind',
  'stance',
  'category',
  'country',
] as const
export type MappingTarget = (typeof MAPPING_TARGETS)[number]
