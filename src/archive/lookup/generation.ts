import { connect } from '../store/connection.ts';
import { readManifest } from '../store/manifest.ts';

/** Changes with every import, removal and saved article: an answer of another generation is stale. */
export const generation = async (): Promise<number> => (await readManifest(await connect())).generation;
