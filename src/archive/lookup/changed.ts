// Apart, so that a page which asks a worker has nothing of the store itself.
export { onChanged } from '../store/changed.ts';
