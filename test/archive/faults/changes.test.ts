import '../quiet.ts';
import '../older-analyser.ts';
import { tryEverywhere } from './everywhere.ts';
import { CHANGES } from './works.ts';

tryEverywhere(CHANGES, { cases: 1000, resumable: 0 });
