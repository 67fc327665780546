import '../quiet.ts';
import { tryEverywhere } from './everywhere.ts';
import { CHANGES } from './works.ts';

tryEverywhere(CHANGES, { cases: 600, resumable: 0 });
