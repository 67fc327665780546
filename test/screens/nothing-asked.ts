import type { Asked } from '../../src/screens/archive/address.ts';

export const NOTHING_ASKED: Asked = {
  text: '',
  publisher: null,
  category: null,
  from: null,
  to: null,
  sort: null,
  article: null,
  version: null,
  with: null,
  tab: null,
};
