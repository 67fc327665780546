import '../quiet.ts';
import { tryEverywhere } from './everywhere.ts';
import { IMPORTS } from './works.ts';

tryEverywhere(IMPORTS, { cases: 500, resumable: 10 });
